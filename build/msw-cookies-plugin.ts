import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const stub = fileURLToPath(new URL('../src/wire/msw-cookies-stub.ts', import.meta.url));

/**
 * Keeps the cookie jar out of MSW, and the public suffix list with it: together 125 KB compressed. No cookie ever
 * reaches that jar.
 */
export function mswCookiesPlugin(): Plugin {
  return {
    name: 'remember-me:msw-cookies',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^tough-cookie$/ },
      handler(_, importer) {
        const forMsw = /node_modules\/msw\//.test(importer?.replaceAll('\\', '/') ?? '');
        return forMsw && existsSync(stub) ? stub : null;
      },
    },
  };
}
