import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BuiltSizes {
  /** Octets after gzip: the document's scripts and all that they import before they run. */
  readonly firstLoad: number;
  /** Octets after gzip: MSW's chunk and what it imports beyond the first load. */
  readonly workerCarrier: number;
}

/** Sizes of a built site; `null` if there is none in that folder. */
export function builtSizes(dist: string): BuiltSizes | null {
  const document = join(dist, 'index.html');
  if (!existsSync(document)) return null;
  const firstLoad = withImports(scriptsOf(document));
  const carrier = withImports(carrierChunks(join(dist, 'assets')));
  const workerCarrier = new Set([...carrier].filter((path) => !firstLoad.has(path)));
  return { firstLoad: gzipped(firstLoad), workerCarrier: gzipped(workerCarrier) };
}

function scriptsOf(document: string): string[] {
  const html = readFileSync(document, 'utf8');
  return [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
    join(dirname(document), path ?? ''),
  );
}

/** The chunk that holds MSW, told by the name of its cookie store. */
function carrierChunks(assets: string): string[] {
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(assets, name))
    .filter((path) => readFileSync(path, 'utf8').includes('__msw-cookie-store__'));
}

function withImports(paths: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of paths) {
    if (found.has(path)) continue;
    found.add(path);
    withImports(staticImports(path), found);
  }
  return found;
}

/** Built chunks name the others as `from"./name.js"` or `import"./name.js"`. */
function staticImports(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(([, name]) =>
    join(dirname(path), name ?? ''),
  );
}

function gzipped(paths: ReadonlySet<string>): number {
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
}
