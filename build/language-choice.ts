import { escapeHtml } from './html-text.ts';

/** Where the reader's choice of language is kept, for the visits that begin at the site's root. */
const storageKey = 'remember-me:language';

export interface LanguageDoor {
  readonly language: string;
  /** In the language itself. */
  readonly title: string;
}

/** The document at the site's root: leads to the language chosen before, or to the browser's. */
export function languageChoice(doors: readonly LanguageDoor[]): string {
  return plainDocument({
    head: `<script>${languageScript(doors.map(({ language }) => language))}</script>`,
    body: `<ul>${doors.map(({ language, title }) => door(`${language}/`, language, title)).join('')}</ul>`,
  });
}

/** What a static host shows for a path that leads nowhere. It cannot know how deep that path is. */
export function notFound(doors: readonly (LanguageDoor & { readonly text: string })[]): string {
  const texts = doors.map(({ language, text }) => `<p lang="${language}">${escapeHtml(text)}</p>`);
  const links = doors.map(({ language, title }) => door(`./${language}/`, language, title));
  return plainDocument({
    head: '',
    body: `${texts.join('')}<ul>${links.join('')}</ul><script>${rootScript(doors.map(({ language }) => language))}</script>`,
  });
}

function door(href: string, language: string, title: string): string {
  return `<li><a href="${href}" lang="${language}" hreflang="${language}">${escapeHtml(title)}</a></li>`;
}

function plainDocument({ head, body }: { head: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <title>Remember Me</title>
    ${head}
  </head>
  <body>
    <main>
      <h1>Remember Me</h1>
      ${body}
    </main>
  </body>
</html>
`;
}

function languageScript(languages: readonly string[]): string {
  return `
      (() => {
        const known = ${JSON.stringify(languages)};
        let wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
        try {
          wanted = [localStorage.getItem('${storageKey}'), ...wanted];
        } catch {}
        const language = wanted.find((one) => known.includes(one)) ?? known[0];
        location.replace(language + '/' + location.search + location.hash);
      })();
    `;
}

/** The site begins before the language in the path, else at a project page's own folder. */
function rootScript(languages: readonly string[]): string {
  return `
      (() => {
        const path = location.pathname;
        const language = new RegExp('^(.*?/)(?:${languages.join('|')})/').exec(path);
        const project = location.hostname.endsWith('.github.io') ? /^\\/[^/]+\\//.exec(path) : null;
        const root = language?.[1] ?? project?.[0] ?? '/';
        for (const link of document.links) link.href = root + link.hreflang + '/';
      })();
    `;
}
