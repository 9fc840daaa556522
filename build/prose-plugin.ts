import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { compileGlossary } from './compile-glossary.ts';
import { compileInterview } from './compile-interview.ts';
import { compileProse } from './compile-prose.ts';
import { compileTickets } from './compile-tickets.ts';
import { linkTerms } from './link-terms.ts';

/**
 * Makes `import prose from './chapters/<slug>/<language>.md'` give a `ChapterProse`,
 * `./interview/<language>.md` an `InterviewProse`, `./tickets/<language>.md` a `TicketsProse`,
 * `./glossary/<language>.md` and `./about/<language>.md` a `Glossary`.
 */
export function prosePlugin(): Plugin {
  let root = '';
  return {
    name: 'remember-me:prose',
    configResolved(config) {
      root = config.root;
    },
    transform: {
      filter: { id: /\/src\/tutorial\/(?:chapters|interview|glossary|tickets|about)\/[^?]+\.md$/ },
      handler(markdown, id) {
        const prose = compile(markdown, relative(root, id));
        return { code: `export default ${JSON.stringify(prose)};`, map: null, moduleType: 'js' };
      },
    },
  };
}

function compile(markdown: string, file: string): unknown {
  if (file.includes('/interview/')) return compileInterview(markdown, file);
  if (file.includes('/tickets/')) return compileTickets(markdown, file);
  if (/\/(?:glossary|about)\//.test(file)) return compileGlossary(markdown, file);
  return linkTerms(compileProse(markdown, file), file.endsWith('/ko.md') ? 'ko' : 'en');
}
