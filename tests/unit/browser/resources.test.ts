import { expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { withoutLoading } from '../../../src/browser/page/style-sheet.ts';
import { browserShowing, html } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const page =
  html(`<link rel="stylesheet" href="/crumb.css"><img src="bread.svg" alt="Bread"><img src="bread.svg">
  <img src="https://ads.example/ad.svg"><img src="https://www.iana.org/logo.svg"><img src="/page.html">`);
const answers = {
  [shop]: page,
  [`${shop}crumb.css`]: {
    status: 200,
    fields: [['Content-Type', 'text/css']],
    content: 'p { color: red }',
  },
  [`${shop}bread.svg`]: {
    status: 200,
    fields: [['Content-Type', 'image/svg+xml; charset=utf-8']],
    content: '<svg>빵</svg>',
  },
  'https://ads.example/ad.svg': {
    status: 200,
    fields: [
      ['Content-Type', 'image/svg+xml'],
      ['Set-Cookie', 'ad=1; Secure; SameSite=None'],
    ],
    content: '<svg/>',
  },
} as const;

test('are loaded by the simulated browser once the page is shown', async () => {
  const { tab, requests, eventsOf, events } = await browserShowing(shop, answers);
  const shown = tab().page;
  expect(shown?.styleSheets).toEqual(['p { color: red }']);
  expect(shown?.pictures).toEqual({
    [`${shop}bread.svg`]: `data:image/svg+xml;charset=utf-8,${encodeURIComponent('<svg>빵</svg>')}`,
    'https://ads.example/ad.svg': `data:image/svg+xml;charset=utf-8,${encodeURIComponent('<svg/>')}`,
  });
  expect(requests.map(({ targetUri }) => targetUri).sort()).toEqual(
    [
      shop,
      `${shop}crumb.css`,
      `${shop}bread.svg`,
      'https://ads.example/ad.svg',
      `${shop}page.html`,
    ].sort(),
  );
  const resources = eventsOf('request-sent').slice(1);
  expect(
    resources.every(
      ({ parentId, kind }) => parentId === shown?.exchangeId && kind === 'subresource',
    ),
  ).toBe(true);
  const shownAt = events.findIndex(({ type }) => type === 'page-shown');
  expect(shownAt).toBeLessThan(
    events.findIndex((event) => event.type === 'request-sent' && event.kind === 'subresource'),
  );
});

test('say what they are for, and may set cookies of their own site', async () => {
  const { requests, browser } = await browserShowing(shop, answers);
  const ad =
    requests.find(({ targetUri }) => targetUri.startsWith('https://ads.example'))?.fields ?? [];
  expect(fieldValue(ad, 'Sec-Fetch-Dest')).toBe('image');
  expect(fieldValue(ad, 'Sec-Fetch-Mode')).toBe('no-cors');
  expect(fieldValue(ad, 'Sec-Fetch-Site')).toBe('cross-site');
  expect(fieldValue(ad, 'Referer')).toBe(shop);
  expect(browser.jar.all().map(({ domain }) => domain)).toEqual(['ads.example']);
});

test.each([
  ['a { color: red }', 'a { color: red }'],
  ['@import "https://evil.test/a.css"; a {}', '  a {}'],
  ['@IMPORT url(x;y.css);b {}', ' b {}'],
  ['a { background: url("https://evil.test/?a)b") red }', 'a { background: none red }'],
  [String.raw`a { background: \75 rl(x) }`, 'a { background: none }'],
  [String.raw`a { background: u\72l(x) }`, 'a { background: none }'],
  [String.raw`a { background: \url(x) }`, 'a { background: none }'],
  ['a { background: u/**/rl(x) }', 'a { background: u rl(x) }'],
  ['a { background: ur@import x;l(y) }', 'a { background: ur l(y) }'],
  ["a { background: -webkit-image-set('x' 1x) }", 'a { background: -webkit-none }'],
  ['a { background: url(x', 'a { background: none'],
])('style sheet %j can load nothing', (css, expected) => {
  expect(withoutLoading(css)).toBe(expected);
});
