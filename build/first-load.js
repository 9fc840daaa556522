import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Octets after gzip that the site may make a reader load. */
export const limits = { firstLoad: 60_000, workerCarrier: 45_000 };

/**
 * Sizes of a built site in octets after gzip, `null` if there is none in that folder. `firstLoad`: all script
 * that the first page loads before anything is touched, the lab's first sight included; `workerCarrier`:
 * MSW's chunk and what it imports beyond that and beyond the lab, which is there before.
 *
 * @param {string} dist
 * @returns {{ firstLoad: number, workerCarrier: number } | null}
 */
export function builtSizes(dist) {
  const document = join(dist, 'ko', 'index.html');
  if (!existsSync(document)) return null;
  const assets = join(dist, 'assets');
  const page = withImports(scriptsOf(document));
  const sight = withImports(largest(chunksWith(assets, marks.firstSight)));
  const lab = withImports(chunksWith(assets, marks.lab));
  const carrier = withImports(chunksWith(assets, marks.workerCarrier));
  for (const chunks of [page, sight, lab, carrier])
    if (chunks.size === 0) throw new Error(`no scripts found in ${dist}`);
  const workerCarrier = [...carrier].filter((path) => !page.has(path) && !lab.has(path));
  return {
    firstLoad: gzipped([...new Set([...page, ...sight])]),
    workerCarrier: gzipped(workerCarrier),
  };
}

/** Texts by which the chunks that hold something are told: their names are not stable. */
const marks = {
  firstSight: '{"schema":"remember-me/lab"',
  lab: '2026-11-02T14:00:00+09:00',
  workerCarrier: '__msw-cookie-store__',
};

/** @param {string} document */
function scriptsOf(document) {
  const html = readFileSync(document, 'utf8');
  const references = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g);
  return [...references].map(([, path]) => join(dirname(document), path));
}

/**
 * @param {string} assets
 * @param {string} mark
 */
function chunksWith(assets, mark) {
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(assets, name))
    .filter((path) => readFileSync(path, 'utf8').includes(mark));
}

/**
 * Of chunks of which a page loads only one, the largest.
 *
 * @param {readonly string[]} paths
 */
function largest(paths) {
  return paths.toSorted((a, b) => statSync(b).size - statSync(a).size).slice(0, 1);
}

/**
 * @param {readonly string[]} paths
 * @param {Set<string>} found
 */
function withImports(paths, found = new Set()) {
  for (const path of paths) {
    if (found.has(path)) continue;
    found.add(path);
    withImports(staticImports(path), found);
  }
  return found;
}

/**
 * Built chunks name the others as `from"./name.js"` or `import"./name.js"`.
 *
 * @param {string} path
 */
function staticImports(path) {
  const code = readFileSync(path, 'utf8');
  const names = code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g);
  return [...names].map(([, name]) => join(dirname(path), name));
}

/** @param {readonly string[]} paths */
function gzipped(paths) {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}

/** Prints the sizes of the built site; fails above the limits. */
function check() {
  const sizes = builtSizes(argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url)));
  if (sizes === null) {
    console.error('No built site: `npm run build` makes one.');
    return false;
  }
  const kilobytes = (octets) => `${(octets / 1000).toFixed(1)} KB`;
  const names = /** @type {const} */ (['firstLoad', 'workerCarrier']);
  for (const name of names) {
    console.log(
      `${name}: ${kilobytes(sizes[name])} of JavaScript, gzip (at most ${kilobytes(limits[name])})`,
    );
  }
  return names.every((name) => sizes[name] <= limits[name]);
}

if (argv[1] === fileURLToPath(import.meta.url) && !check()) process.exitCode = 1;
