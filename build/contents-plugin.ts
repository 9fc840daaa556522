import type { Plugin } from 'vite';
import type { Contents } from '../src/tutorial/contents.ts';
import { chapterProse, chapterSlugs } from './site.ts';

const prefix = 'virtual:contents/';

/**
 * `virtual:contents/<language>`: the titles of all steps of all chapters, taken from their Markdown, so that
 * a list of them needs no chapter's prose.
 */
export function contentsPlugin(): Plugin {
  let root = '';
  return {
    name: 'remember-me:contents',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const contents = contentsIn(id.slice(prefix.length + 1), root);
      return `export default ${JSON.stringify(contents)};`;
    },
  };
}

function contentsIn(language: string, root: string): Contents {
  return Object.fromEntries(
    chapterSlugs(root, language).map((chapter) => {
      const { steps } = chapterProse(root, chapter, language);
      return [
        chapter,
        Object.fromEntries(Object.entries(steps).map(([step, { title }]) => [step, title])),
      ];
    }),
  );
}
