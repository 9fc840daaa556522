import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileProse } from './compile-prose.ts';

/** Makes `import prose from './chapters/<slug>/<language>.md'` give a `ChapterProse`. */
export function prosePlugin(): Plugin {
  let root = '';
  return {
    name: 'remember-me:prose',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: /\/src\/tutorial\/chapters\/[^?]+\.md$/ },
      handler(markdown, id) {
        const prose = compileProse(markdown, relative(root, id));
        return { code: `export default ${JSON.stringify(prose)};`, map: null, moduleType: 'js' };
      },
    },
  };
}
