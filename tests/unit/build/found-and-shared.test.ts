import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../build/fill-template.ts';
import { siteAddress } from '../../../build/site-address.ts';
import { robots, sitemap } from '../../../build/sitemap.ts';

const template = `<html lang="en"><head><title></title><meta name="description" content="" />
<meta name="remember-me-root" content="/" /></head><body><div id="app"></div></body></html>`;
const document = {
  language: 'ko',
  place: 'tools/jwt/',
  title: 'JWT & 도구',
  description: '설명',
  content: '<main></main>',
};
const address = 'https://name.github.io/remember-me/';
const filled = (where: string | null) => fillTemplate(template, document, ['en', 'ko'], where);

describe('the address of the site', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['https://name.github.io/remember-me', address],
    [`${address}?x#y`, address],
  ])('%s is read as %s', (text, expected) => {
    expect(siteAddress({ REMEMBER_ME_URL: text })).toBe(expected);
  });

  test.each(['name.github.io', 'javascript:alert(1)', '/remember-me/'])('%s is refused', (text) => {
    expect(() => siteAddress({ REMEMBER_ME_URL: text })).toThrow('no address of a site');
  });
});

describe('what a preview of a link needs', () => {
  test('is named by whole addresses where the site knows its own', () => {
    expect(filled(address)).toContain(`<meta property="og:image" content="${address}og-ko.png" />`);
    expect(filled(address)).toContain(`<link rel="canonical" href="${address}ko/tools/jwt/" />`);
    expect(filled(address)).toContain(`hreflang="x-default" href="${address}en/tools/jwt/" />`);
  });

  test('is relative where it does not', () => {
    expect(filled(null)).toContain('<meta property="og:image" content="../../../og-ko.png" />');
    expect(filled(null)).not.toContain('canonical');
  });

  test('has its text escaped', () => {
    expect(filled(address)).toContain('<meta property="og:title" content="JWT &amp; 도구" />');
  });
});

describe('what search engines read', () => {
  test('names each document and its other languages', () => {
    const map = sitemap([document, { ...document, language: 'en' }], address);
    expect(map.match(/<loc>.*<\/loc>/g)).toEqual([
      `<loc>${address}ko/tools/jwt/</loc>`,
      `<loc>${address}en/tools/jwt/</loc>`,
    ]);
    expect(map.match(/hreflang="en"/g)).toHaveLength(2);
  });

  test('lets everything be read, and names the map where there is one', () => {
    expect(robots(null)).toBe('User-agent: *\nAllow: /\n');
    expect(robots(address)).toContain(`Sitemap: ${address}sitemap.xml`);
  });
});
