import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Octets of JavaScript after gzip that the site may make a reader load. The aims are 60 KB for the landing page,
 * 160 KB for the first lesson and 90 KB for the workbench; where a limit is above, it keeps what has been reached.
 */
export const limits = {
  landing: 60_000,
  firstLesson: 205_000,
  jwtWorkbench: 104_000,
  workerCarrier: 45_000,
};

/** @typedef {keyof typeof limits} Budget */

const names = /** @type {const} */ (['landing', 'firstLesson', 'jwtWorkbench', 'workerCarrier']);

/** Chunks that a route asks for as it opens, by the module that each begins with; what they import comes with them. */
const asked = {
  tabLab: [
    'lab.svelte',
    'page-ticker',
    'accept-language',
    'journal.svelte',
    'journal-store',
    'presenter.svelte',
  ],
  carrier: ['service-worker-start', 'service-worker-carrier'],
  workbench: ['WorkbenchScreen', 'jwt-workbench.svelte', 'load-libraries'],
};

/**
 * Chunks of a built site by what makes a reader load them, `null` if there is no site in that folder. `landing`: all
 * that the first page loads before anything is touched, the lab's first sight included, without the worker that
 * keeps the site. `firstLesson`: all that is loaded until the first step of the first chapter can be done, the
 * lab, the carrier and the site's worker included; not what the stage loads when the page is idle after that, or
 * when it is first shown. `jwtWorkbench`: all that the workbench loads; it never asks for more. `workerCarrier`:
 * MSW's chunk and what it imports beyond the lab. That browsers load just these is tested on the built site.
 *
 * @param {string} dist
 * @returns {Record<Budget, readonly string[]> | null}
 */
export function budgetedChunks(dist) {
  const document = join(dist, 'ko', 'index.html');
  if (!existsSync(document)) return null;
  const assets = join(dist, 'assets');
  const page = withImports(scriptsOf(document));
  const sight = withImports(largest(chunksWith(assets, marks.firstSight)));
  const named = (/** @type {readonly string[]} */ wanted) =>
    withImports(wanted.map((name) => chunkNamed(assets, name)));
  const ownWorker = named(['start-site-worker']);
  const lab = named(asked.tabLab);
  const carrier = named(asked.carrier);
  const libraries = withImports(librariesAskedBy(chunkNamed(assets, 'load-libraries')));
  const lesson = withImports([
    chunkNamed(assets, 'StageScreen'),
    ...firstChapter(chunksWith(assets, marks.firstChapter)),
  ]);
  for (const chunks of [page, sight])
    if (chunks.size === 0) throw new Error(`no scripts in ${dist}`);
  return {
    landing: [...union(page, sight)],
    firstLesson: [...union(page, ownWorker, lab, carrier, lesson)],
    jwtWorkbench: [...union(page, ownWorker, named(asked.workbench), libraries)],
    workerCarrier: [...carrier].filter((path) => !page.has(path) && !lab.has(path)),
  };
}

/**
 * Sizes of those chunks in octets after gzip.
 *
 * @param {string} dist
 * @returns {Record<Budget, number> | null}
 */
export function builtSizes(dist) {
  const chunks = budgetedChunks(dist);
  if (chunks === null) return null;
  return /** @type {Record<Budget, number>} */ (
    Object.fromEntries(names.map((name) => [name, gzipped(chunks[name])]))
  );
}

/** Texts by which the chunks that hold something are told. */
const marks = {
  firstSight: '{"schema":"remember-me/lab"',
  firstChapter: 'no-such-server',
};

/**
 * The chapter's steps, and its text in the language in which it is longer.
 *
 * @param {readonly string[]} paths
 */
function firstChapter(paths) {
  const isSteps = (/** @type {string} */ path) => /^steps-/.test(basename(path));
  return [...paths.filter(isSteps), ...largest(paths.filter((path) => !isSteps(path)))];
}

/**
 * @param {string} assets
 * @param {string} name
 */
function chunkNamed(assets, name) {
  const found = readdirSync(assets).filter(
    (file) => file.startsWith(`${name}-`) && /^-[\w-]{8}\.js$/.test(file.slice(name.length)),
  );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${String(found.length)} chunks named ${name} in ${assets}`);
  return join(assets, only);
}

/**
 * Without those that replace the browser's own cryptography where there is none.
 *
 * @param {string} path
 */
function librariesAskedBy(path) {
  const code = readFileSync(path, 'utf8');
  const paths = [...code.matchAll(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g)];
  return paths
    .map(([, name]) => join(dirname(path), name))
    .filter((chunk) => !/^(?:hmac|sha2)-/.test(basename(chunk)));
}

/** @param {readonly Set<string>[]} sets */
function union(...sets) {
  return new Set(sets.flatMap((set) => [...set]));
}

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
  for (const name of names) {
    console.log(
      `${name}: ${kilobytes(sizes[name])} of JavaScript, gzip (at most ${kilobytes(limits[name])})`,
    );
  }
  return names.every((name) => sizes[name] <= limits[name]);
}

if (argv[1] === fileURLToPath(import.meta.url) && !check()) process.exitCode = 1;
