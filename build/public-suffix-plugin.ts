import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const stub = fileURLToPath(new URL('../src/wire/public-suffix-stub.ts', import.meta.url));

/**
 * Keeps the public suffix list (113 KB compressed) out of MSW. Only MSW's own cookie store would ask it,
 * and no cookie ever reaches that store.
 */
export function publicSuffixPlugin(): Plugin {
  return {
    name: 'remember-me:public-suffix',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^tldts$/ },
      handler(_, importer) {
        const forMsw = /node_modules\/(tough-cookie|msw)\//.test(
          importer?.replaceAll('\\', '/') ?? '',
        );
        return forMsw && existsSync(stub) ? stub : null;
      },
    },
  };
}
