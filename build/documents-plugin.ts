import type { Plugin } from 'vite';
import { siteDocuments } from './documents.ts';
import { fillTemplate } from './fill-template.ts';
import { languageChoice, notFound, type LanguageDoor } from './language-choice.ts';
import { withPolicy } from './policy.ts';
import { languagesOf, messagesOf } from './site.ts';
import { siteAddress } from './site-address.ts';
import { robots, sitemap } from './sitemap.ts';

/**
 * Makes the site's documents out of the built `index.html`, each with its words and its content security
 * policy, and leads from the site's root to the reader's language. In development every path gets
 * `index.html`, and there is no policy.
 */
export function documentsPlugin(): Plugin {
  let root = '';
  let building = false;
  return {
    name: 'remember-me:documents',
    configResolved(config) {
      root = config.root;
      building = config.command === 'build';
    },
    transformIndexHtml(html, { originalUrl }) {
      if (building || originalUrl?.split(/[?#]/)[0] !== '/') return html;
      return languageChoice(languageDoors(root));
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const template = bundle['index.html'];
        if (template?.type !== 'asset') return;
        const html = String(template.source);
        const languages = languagesOf(root);
        template.source = withPolicy(languageChoice(languageDoors(root)));
        const documents = siteDocuments(root);
        const address = siteAddress(process.env);
        for (const document of documents) {
          this.emitFile({
            type: 'asset',
            fileName: `${document.language}/${document.place}index.html`,
            source: withPolicy(fillTemplate(html, document, languages, address)),
          });
        }
        this.emitFile({
          type: 'asset',
          fileName: '404.html',
          source: withPolicy(notFound(notFoundDoors(root))),
        });
        this.emitFile({ type: 'asset', fileName: 'robots.txt', source: robots(address) });
        if (address === null) return;
        const source = sitemap(documents, address);
        this.emitFile({ type: 'asset', fileName: 'sitemap.xml', source });
      },
    },
  };
}

function languageDoors(root: string): readonly LanguageDoor[] {
  return languagesOf(root).map((language) => ({
    language,
    title: messagesOf(root, language, 'first-page')['first_title'] ?? language,
  }));
}

function notFoundDoors(root: string) {
  return languageDoors(root).map((door) => ({
    ...door,
    text: messagesOf(root, door.language, 'app')['app_not_found_title'] ?? '',
  }));
}
