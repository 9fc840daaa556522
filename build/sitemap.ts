import type { SiteDocument } from './documents.ts';
import { escapeHtml } from './html-text.ts';

/** All documents for search engines, each with the other languages it is there in (sitemaps.org, protocol 0.9). */
export function sitemap(documents: readonly SiteDocument[], address: string): string {
  const entries = documents.map(({ language, place }) => {
    const sameIn = documents.filter((one) => one.place === place);
    const alternates = sameIn.map(
      (one) =>
        `    <xhtml:link rel="alternate" hreflang="${one.language}" href="${at(address, one)}" />\n`,
    );
    return `  <url>\n    <loc>${at(address, { language, place })}</loc>\n${alternates.join('')}  </url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('')}</urlset>
`;
}

function at(address: string, { language, place }: Pick<SiteDocument, 'language' | 'place'>) {
  return escapeHtml(`${address}${language}/${place}`);
}

/** Everything may be read; where the sitemap is, if that is known. */
export function robots(address: string | null): string {
  const sitemapLine = address === null ? '' : `Sitemap: ${address}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${sitemapLine}`;
}
