import type { SiteDocument } from './documents.ts';
import { escapeHtml } from './html-text.ts';

/**
 * Puts a document's language, words and relative links into the page that Vite built.
 *
 * @param template the built `index.html`, whose links all begin with `./`
 * @param address where the site will stand; `null` where that is not known
 * @throws when the template lacks a place that has to be filled
 */
export function fillTemplate(
  template: string,
  document: SiteDocument,
  languages: readonly string[],
  address: string | null,
): string {
  const root = rootFrom(document);
  const { language, title, description } = document;
  /** As whole an address as can be had. */
  const at = (path: string): string => `${address ?? root}${path}`;
  const own = at(`${language}/${document.place}`);
  const head = [
    property('og:site_name', 'Remember Me'),
    property('og:title', title),
    property('og:description', description),
    property('og:type', 'website'),
    property('og:image', at(`og-${language}.png`)),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    '<meta name="twitter:card" content="summary_large_image" />',
    ...(address === null
      ? []
      : [property('og:url', own), `<link rel="canonical" href="${escapeHtml(own)}" />`]),
    ...languages.map((one) => alternate(one, at(`${one}/${document.place}`))),
    alternate(
      'x-default',
      document.place === '' ? at('') : at(`${languages[0]}/${document.place}`),
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
    // Beside the app's place: it stays, untouched, until the app has something better to show.
    [/<div id="app"><\/div>/, `<div id="app"></div>\n    ${document.content}`],
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
