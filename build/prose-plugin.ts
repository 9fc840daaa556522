import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileInterview } from './compile-interview.ts';
import { compileProse } from './compile-prose.ts';

/**
 * Makes `import prose from './chapters/<slug>/<language>.md'` give a `ChapterProse`, and
 * `./interview/<language>.md` an `InterviewProse`.
 */
export function prosePlugin(): Plugin {
  let root = '';
  return {
    name: 'remember-me:prose',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: /\/src\/tutorial\/(?:chapters|interview)\/[^?]+\.md$/ },
      handler(markdown, id) {
        const compile = id.includes('/tutorial/interview/') ? compileInterview : compileProse;
        const prose = compile(markdown, relative(root, id));
        return { code: `export default ${JSON.stringify(prose)};`, map: null, moduleType: 'js' };
      },
    },
  };
}
