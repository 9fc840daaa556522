import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'kept-files.js';

/** What the browser keeps by itself: it loads the worker's scripts, and no page asks for them. */
const ofTheWorker: ReadonlySet<string> = new Set(['sw.js', 'offline.js', 'mockServiceWorker.js']);

export interface KeptFile {
  /** Below the site's root; a document by its folder. */
  readonly path: string;
  /** As subresource integrity has it. */
  readonly integrity: string;
}

/**
 * Writes the list of all files that the site consists of, for the worker that keeps them for offline use. To stand
 * behind the plugins that make documents. In development the list is empty: nothing is kept then.
 */
export function keptFilesPlugin(): Plugin {
  let publicDir = '';
  return {
    name: 'remember-me:kept-files',
    configResolved(config) {
      ({ publicDir } = config);
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(keptFilesScript([]));
      });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const made = Object.values(bundle).map((file) =>
          keptFile(file.fileName, file.type === 'chunk' ? file.code : file.source),
        );
        const copied = readdirSync(publicDir)
          .filter((name) => !ofTheWorker.has(name))
          .map((name) => keptFile(name, readFileSync(join(publicDir, name))));
        const source = keptFilesScript([...made, ...copied]);
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

export function keptFile(name: string, content: string | Uint8Array): KeptFile {
  const digest = createHash('sha256').update(content).digest('base64');
  return { path: name.replace(/(^|\/)index\.html$/, '$1'), integrity: `sha256-${digest}` };
}

/** A script for the worker: which files there are, and a name for just these. */
export function keptFilesScript(files: readonly KeptFile[]): string {
  const list = files
    .map(({ path, integrity }) => [path, integrity] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const version = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12);
  return `self.keptFiles = ${JSON.stringify({ version, files: list })};\n`;
}
