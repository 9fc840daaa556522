import type { SiteDocument } from './documents.ts';
import { escapeHtml } from './html-text.ts';

/**
 * Puts a document's language, words and relative links into the page that Vite built.
 *
 * @param template the built `index.html`, whose links all begin with `./`
 * @throws when the template lacks a place that has to be filled
 */
export function fillTemplate(
  template: string,
  document: SiteDocument,
  languages: readonly string[],
): string {
  const root = rootFrom(document);
  const { title, description } = document;
  const head = [
    property('og:title', title),
    property('og:description', description),
    property('og:type', 'website'),
    ...languages.map((language) => alternate(language, `${root}${language}/${document.place}`)),
    alternate(
      'x-default',
      document.place === '' ? root : `${root}${languages[0]}/${document.place}`,
    ),
  ];
  const fillings: readonly [place: RegExp, filling: string][] = [
    [/<html lang="[^"]*"/, `<html lang="${document.language}"`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(title)}</title>`],
    [
      /<meta name="description" content="[^"]*"/,
      `<meta name="description" content="${escapeHtml(description)}"`,
    ],
    [
      /<meta name="remember-me-root" content="[^"]*"/,
      `<meta name="remember-me-root" content="${root}"`,
    ],
    [/<div id="app"><\/div>/, `<div id="app">${document.content}</div>`],
    [/ *<\/head>/, `${head.map((line) => `    ${line}\n`).join('')}  </head>`],
  ];
  const rooted = template.replace(/ (src|href)="\.\//g, (_, name: string) => ` ${name}="${root}`);
  return fillings.reduce((html, [place, filling]) => fill(html, place, filling), rooted);
}

/** The way from a document up to the site's root, such as `../../`. */
function rootFrom({ place }: SiteDocument): string {
  return '../'.repeat(place.split('/').length);
}

function fill(html: string, place: RegExp, filling: string): string {
  if (!place.test(html)) throw new Error(`index.html has no ${place.source}`);
  return html.replace(place, () => filling);
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeHtml(content)}" />`;
}

function alternate(language: string, href: string): string {
  return `<link rel="alternate" hreflang="${language}" href="${href}" />`;
}
