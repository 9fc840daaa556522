import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html, redirect, scriptOf } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const plainShop = 'http://shop.example/';
const embeds = {
  picture: (url: string) => `<img src="${url}">`,
  'style sheet': (url: string) => `<link rel="stylesheet" href="${url}">`,
  script: (url: string) => `<script src="${url}"></script>`,
  frame: (url: string) => `<iframe src="${url}"></iframe>`,
} as const;

type Embed = keyof typeof embeds;

const redirects = {
  'https://ads.example/to-plain': redirect(302, 'http://ads.example/x'),
  'https://ads.example/to-port': redirect(302, 'http://ads.example:8080/x'),
  'https://ads.example/to-localhost': redirect(302, 'http://localhost/x'),
  'https://ads.example/to-own-address': redirect(302, 'http://127.0.0.1/x'),
  'http://localhost/to-plain': redirect(302, 'http://ads.example/x'),
  'http://127.0.0.1/to-plain': redirect(302, 'http://ads.example/x'),
};

/** Where the browser asked after the page, and what it blocked. */
async function embedding(embed: Embed, url: string, page: string) {
  const { requests, eventsOf } = await browserShowing(
    page,
    { ...redirects, [page]: html(embeds[embed](url)) },
    undefined,
    {},
    () => true,
  );
  const asked = requests.slice(1).map(({ targetUri }) => targetUri);
  const blocked = eventsOf('resource-blocked').map(({ resourceUrl, code }) => [resourceUrl, code]);
  const upgraded = eventsOf('resource-upgraded').map(({ resourceUrl }) => resourceUrl);
  return { asked, blocked, upgraded };
}

// As Chromium 156 did it.
describe('what a page by TLS embeds without TLS', () => {
  test.each<[Embed, string, asked: readonly string[], blocked: string | null]>([
    ['script', 'http://ads.example/x', [], 'http://ads.example/x'],
    ['style sheet', 'http://ads.example/x', [], 'http://ads.example/x'],
    ['frame', 'http://ads.example/x', [], 'http://ads.example/x'],
    ['script', 'http://localhost/x', ['http://localhost/x'], null],
    ['frame', 'http://127.0.0.1/x', ['http://127.0.0.1/x'], null],
    [
      'script',
      'https://ads.example/to-plain',
      ['https://ads.example/to-plain'],
      'http://ads.example/x',
    ],
    [
      'style sheet',
      'https://ads.example/to-plain',
      ['https://ads.example/to-plain'],
      'http://ads.example/x',
    ],
    [
      'frame',
      'https://ads.example/to-plain',
      ['https://ads.example/to-plain'],
      'http://ads.example/x',
    ],
    ['picture', 'http://192.0.2.1/x', [], 'http://192.0.2.1/x'],
    ['picture', 'http://[2001:db8::1]/x', [], 'http://[2001:db8::1]/x'],
    ['picture', 'http://localhost/x', ['http://localhost/x'], null],
    ['picture', 'http://127.0.0.1/x', ['http://127.0.0.1/x'], null],
    // One that was not made to go by TLS is not looked at again.
    [
      'picture',
      'http://127.0.0.1/to-plain',
      ['http://127.0.0.1/to-plain', 'http://ads.example/x'],
      null,
    ],
  ])('%s at %s: %j are asked, %s is blocked', async (embed, url, asked, blocked) => {
    const happened = await embedding(embed, url, shop);
    expect(happened).toEqual({
      asked,
      blocked: blocked === null ? [] : [[blocked, 'mixed-content']],
      upgraded: [],
    });
  });

  test.each([
    ['http://ads.example/x', ['https://ads.example/x'], ['http://ads.example/x']],
    ['http://ads.example:8080/x', ['https://ads.example:8080/x'], ['http://ads.example:8080/x']],
    [
      'https://ads.example/to-plain',
      ['https://ads.example/to-plain', 'https://ads.example/x'],
      ['http://ads.example/x'],
    ],
    [
      'https://ads.example/to-port',
      ['https://ads.example/to-port', 'https://ads.example:8080/x'],
      ['http://ads.example:8080/x'],
    ],
    // The machine itself is let be at first, not where a redirect leads to it.
    [
      'https://ads.example/to-localhost',
      ['https://ads.example/to-localhost', 'https://localhost/x'],
      ['http://localhost/x'],
    ],
    [
      'https://ads.example/to-own-address',
      ['https://ads.example/to-own-address', 'https://127.0.0.1/x'],
      ['http://127.0.0.1/x'],
    ],
    [
      'http://localhost/to-plain',
      ['http://localhost/to-plain', 'https://ads.example/x'],
      ['http://ads.example/x'],
    ],
  ])('a picture at %s is asked for at %j', async (url, asked, upgraded) => {
    expect(await embedding('picture', url, shop)).toEqual({ asked, upgraded, blocked: [] });
  });
});

test.each(Object.keys(embeds) as Embed[])(
  'a page without TLS gets its %s as it is written',
  async (embed) => {
    const asked = ['http://ads.example/x'];
    expect(await embedding(embed, 'http://ads.example/x', plainShop)).toEqual({
      asked,
      blocked: [],
      upgraded: [],
    });
  },
);

test('an upgraded picture brings its cookies by TLS', async () => {
  const { requests, browser } = await browserShowing(shop, {
    [shop]: html(embeds.picture('http://shop.example/pixel'), [['Set-Cookie', 's=1; Secure']]),
    'https://shop.example/pixel': html('', [['Set-Cookie', 'p=1; Secure']]),
  });
  const fields = requests[1]?.fields ?? [];
  expect(fieldValue(fields, 'Cookie')).toBe('s=1');
  expect(fieldValue(fields, 'Sec-Fetch-Site')).toBe('same-origin');
  expect(browser.jar.all().map(({ name }) => name)).toEqual(['s', 'p']);
});

test('a document within one by TLS is bound by it, whatever stands at the top', async () => {
  const middle = 'https://ads.example/middle';
  const { requests, eventsOf } = await browserShowing(plainShop, {
    [plainShop]: html(embeds.frame(middle)),
    [middle]: html(
      `${embeds.frame('http://ads.example/x')}${embeds.picture('http://ads.example/y')}`,
    ),
  });
  expect(requests.map(({ targetUri }) => targetUri)).toEqual([
    plainShop,
    middle,
    'https://ads.example/y',
  ]);
  expect(eventsOf('resource-blocked')).toMatchObject([{ url: middle, destination: 'iframe' }]);
});

describe('a frame in a page by TLS', () => {
  const inner = 'https://ads.example/inner';
  const framing = { [shop]: html(embeds.frame(inner)) };

  test.each([
    ['a link', 'http://ads.example/x'],
    ['a link that redirects', 'https://ads.example/to-plain'],
  ])('stays where it is when %s leads to an address without', async (_, href) => {
    const { browser, tabId, tab, eventsOf } = await browserShowing(shop, {
      ...framing,
      ...redirects,
    });
    const frame = () => tab().page?.frames[0];
    const documentId = frame()?.page?.id ?? '';
    await browser.followLink(tabId, href, { documentId });
    expect(frame()?.page?.id).toBe(documentId);
    expect(frame()).toMatchObject({ loading: null, problem: null });
    expect(eventsOf('resource-blocked')).toMatchObject([
      { resourceUrl: 'http://ads.example/x', code: 'mixed-content', url: shop },
    ]);
  });

  test('does not send a form there', async () => {
    const { browser, tabId, tab, requests } = await browserShowing(shop, framing);
    const documentId = tab().page?.frames[0]?.page?.id ?? '';
    const form = { action: 'http://ads.example/x', method: 'post', entries: [] };
    await browser.submitForm(tabId, form, { documentId });
    expect(requests).toHaveLength(2);
  });

  test('says why it stays empty', async () => {
    const { tab } = await browserShowing(shop, {
      [shop]: html(embeds.frame('http://ads.example/x')),
    });
    expect(tab().page?.frames[0]).toMatchObject({
      page: null,
      problem: { code: 'mixed-content', url: 'http://ads.example/x' },
    });
  });
});

test('a tab may go from TLS to none, by a link and by a form', async () => {
  const { browser, tabId, tab } = await browserShowing(shop, {});
  await browser.followLink(tabId, `${plainShop}a`);
  expect(tab().page?.url).toBe(`${plainShop}a`);
  await browser.navigate(tabId, shop);
  await browser.submitForm(tabId, { action: `${plainShop}b`, method: 'post', entries: [] });
  expect(tab().page?.url).toBe(`${plainShop}b`);
});

test('what script asks for as a picture goes by TLS too', async () => {
  const { browser, tabId, requests } = await browserShowing(shop, {});
  await scriptOf(browser, tabId).loadImage('http://ads.example/x');
  expect(requests.at(-1)?.targetUri).toBe('https://ads.example/x');
});

test('what a policy or the end of the lab keeps away is told of too', async () => {
  const { eventsOf } = await browserShowing(shop, {
    [shop]: html('<img src="/a"><img src="https://www.iana.org/b">', [
      ['Content-Security-Policy', 'img-src https://www.iana.org'],
    ]),
  });
  expect(eventsOf('resource-blocked')).toMatchObject([
    { resourceUrl: `${shop}a`, code: 'blocked-by-policy', values: { directive: 'img-src' } },
    { resourceUrl: 'https://www.iana.org/b', code: 'outside-the-lab' },
  ]);
});
