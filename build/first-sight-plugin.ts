import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, type Plugin } from 'vite';
import { characterReferencesPlugin } from './character-references-plugin.ts';
import { mswCookiesPlugin } from './msw-cookies-plugin.ts';

const prefix = 'virtual:first-sight/';

/**
 * `virtual:first-sight/<language>`: the snapshot of a lab that has visited the bakery's front page, made by
 * running the lab itself. With it the first page can show the shop before any part of the lab is loaded.
 */
export function firstSightPlugin(): Plugin {
  let root = '';
  const snapshots = new Map<string, Promise<string>>();
  return {
    name: 'remember-me:first-sight',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const language = id.slice(prefix.length + 1);
      const snapshot = snapshots.get(language) ?? firstVisit(root, language);
      snapshots.set(language, snapshot);
      return `export default JSON.parse(${JSON.stringify(await snapshot)});`;
    },
  };
}

/** Runs the lab in a development server of its own, which compiles what a lab is made of. */
async function firstVisit(root: string, language: string): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    ssr: { noExternal: ['htmlparser2', 'entities'] },
    plugins: [mswCookiesPlugin(), characterReferencesPlugin(), svelte({ configFile: false })],
  });
  try {
    const { firstVisit: visit } = await server.ssrLoadModule('/src/lab/first-visit.ts');
    return JSON.stringify(await visit(language));
  } finally {
    await server.close();
  }
}
