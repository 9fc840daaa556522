import type { Plugin } from 'vite';

/**
 * Leaves HTML's table of some 2,200 named character references (15 KB compressed) out of the parser: of the
 * names only the five of XML remain. See docs/decisions/0004-five-named-character-references.md.
 */
export function characterReferencesPlugin(): Plugin {
  return {
    name: 'remember-me:character-references',
    enforce: 'pre',
    load: {
      filter: { id: /\/entities\/dist\/generated\/decode-data-html\.js$/ },
      handler: () => `export { xmlDecodeTree as htmlDecodeTree } from './decode-data-xml.js';`,
    },
  };
}
