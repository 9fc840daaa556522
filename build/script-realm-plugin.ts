import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { hashSource } from './hash-source.ts';

const bootstrapFile = fileURLToPath(
  new URL('../src/browser/script/sandbox-bootstrap.js', import.meta.url),
);
const hashId = 'virtual:sandbox-bootstrap-hash';
const query = '?bundled';

export function sandboxBootstrap(): string {
  return readFileSync(bootstrapFile, 'utf8');
}

/** Hash source of the only script that stands in the sandbox's document. */
export function sandboxBootstrapHash(): string {
  return hashSource(sandboxBootstrap());
}

/**
 * Makes `file?bundled` the text of a classic script, for the worker whose text is the code, and tells the
 * sandbox the hash of its bootstrap.
 */
export function scriptRealmPlugin(): Plugin {
  return {
    name: 'remember-me:script-realm',
    enforce: 'pre',
    resolveId(id) {
      return id === hashId ? `\0${hashId}` : null;
    },
    async load(id) {
      if (id === `\0${hashId}`)
        return `export const bootstrapHash = ${JSON.stringify(sandboxBootstrapHash())};`;
      if (!id.endsWith(query)) return null;
      return `export default ${JSON.stringify(await classicScript(id.slice(0, -query.length)))};`;
    },
  };
}

/** A module with all that it imports, as the text of one classic script. */
export async function classicScript(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'realm' } },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error(`${entry} made no script`);
  return result.output[0].code;
}
