import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html, redirect, scriptOf } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const named = 'https://u:p@shop.example/';

/** The addresses that a page asks for, and those that were not asked. */
async function embedding(page: string, content: string) {
  const { requests, eventsOf, tab } = await browserShowing(page, {
    [shop]: html(content),
    'https://ads.example/to-named': redirect(302, 'https://u:p@ads.example/x'),
    'https://shop.example/to-named': redirect(302, `${named}x`),
  });
  const asked = requests.slice(1).map(({ targetUri }) => targetUri);
  const blocked = eventsOf('resource-blocked').map(({ resourceUrl, code }) => [code, resourceUrl]);
  return { asked, blocked, tab };
}

// As Chromium 156 did it.
describe('an address with a name or a password in it', () => {
  test.each([
    '<img src="https://u:p@ads.example/x">',
    '<script src="https://u:p@ads.example/x"></script>',
    '<link rel="stylesheet" href="https://u:p@ads.example/x">',
    '<iframe src="https://u:p@ads.example/x"></iframe>',
  ])('is not asked for by a page that embeds it: %s', async (content) => {
    expect(await embedding(shop, content)).toMatchObject({
      asked: [],
      blocked: [['url-with-credentials', 'https://u:p@ads.example/x']],
    });
  });

  test.each([
    ['a name alone', '<img src="https://u@shop.example/x">', 'https://u@shop.example/x'],
    ['its own origin', `<img src="${named}x">`, `${named}x`],
    ['a frame of its own origin', `<iframe src="${named}x"></iframe>`, `${named}x`],
  ])('%s does not matter', async (_, content, url) => {
    expect(await embedding(shop, content)).toMatchObject({
      asked: [],
      blocked: [['url-with-credentials', url]],
    });
  });

  test.each(['<img src="URL">', '<iframe src="URL"></iframe>'])(
    'is not asked for after a redirect: %s',
    async (content) => {
      const url = 'https://ads.example/to-named';
      expect(await embedding(shop, content.replace('URL', url))).toMatchObject({
        asked: [url],
        blocked: [['url-with-credentials', 'https://u:p@ads.example/x']],
      });
    },
  );

  test.each([
    ['<img src="/x">', [`${shop}x`], []],
    ['<iframe src="x"></iframe>', [`${shop}x`], []],
    [`<img src="${named}x">`, [`${shop}x`], []],
    ['<img src="/to-named">', [`${shop}to-named`, `${shop}x`], []],
    [`<img src="${shop}x">`, [`${shop}x`], []],
    ['<img src="https://u:q@shop.example/x">', [], ['https://u:q@shop.example/x']],
    ['<img src="https://u:p@shop.example:8443/x">', [], ['https://u:p@shop.example:8443/x']],
  ])('that is the page’s own is let through: %s', async (content, asked, blocked) => {
    const happened = await embedding(named, content);
    expect(happened.asked).toEqual(asked);
    expect(happened.blocked.map(([, url]) => url)).toEqual(blocked);
  });

  test('is not let through to a sandboxed document, which has no origin', async () => {
    const frame = `<iframe sandbox src="${named}inner"></iframe>`;
    const { requests } = await browserShowing(named, {
      [shop]: html(frame),
      [`${shop}inner`]: html('<img src="x">'),
    });
    expect(requests.map(({ targetUri }) => targetUri)).toEqual([shop, `${shop}inner`]);
  });

  test.each(['address', 'link', 'form', 'redirect'])('may be gone to by %s', async (by) => {
    const { browser, tabId, tab, requests } = await browserShowing('https://news.example/', {
      'https://news.example/away': redirect(302, `${named}x`),
    });
    if (by === 'address') await browser.navigate(tabId, `${named}x`);
    else if (by === 'link') await browser.followLink(tabId, `${named}x`);
    else if (by === 'redirect') await browser.followLink(tabId, '/away');
    else await browser.submitForm(tabId, { action: `${named}x`, method: 'post', entries: [] });
    expect(tab().page?.url).toBe(`${named}x`);
    // Neither is ever sent: no server of the lab asks for them.
    expect(requests.at(-1)?.targetUri).toBe(`${shop}x`);
    expect(fieldValue(requests.at(-1)?.fields ?? [], 'Authorization')).toBeNull();
  });

  test('does not show in what the page says of itself to others', async () => {
    const { browser, tabId, requests } = await browserShowing(named, {});
    await browser.followLink(tabId, '/next');
    expect(fieldValue(requests.at(-1)?.fields ?? [], 'Referer')).toBe(shop);
  });

  test('a frame does not go there, and stays where it is', async () => {
    const { browser, tabId, tab, requests } = await browserShowing(shop, {
      [shop]: html('<iframe src="https://ads.example/"></iframe>'),
    });
    const inner = tab().page?.frames[0]?.page;
    const documentId = inner?.id ?? '';
    await browser.followLink(tabId, 'https://u:p@ads.example/x', { documentId });
    expect(tab().page?.frames[0]?.page?.id).toBe(documentId);
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['https://u:p@shop.example/', {}],
    ['https://u@ads.example/', { mode: 'no-cors' as const }],
  ])('fetch(%j, %j) throws', async (url, init) => {
    const { browser, tabId, requests } = await browserShowing(shop, {});
    expect(await scriptOf(browser, tabId).fetch(url, init)).toMatchObject({
      ok: false,
      exception: 'TypeError',
      code: 'url-with-credentials',
    });
    expect(requests).toHaveLength(1);
  });

  test('fetch of a relative address throws in a page that has one itself', async () => {
    const { browser, tabId } = await browserShowing(named, {});
    const script = scriptOf(browser, tabId);
    expect(await script.fetch('/x')).toMatchObject({ code: 'url-with-credentials' });
    expect(await script.fetch(`${shop}x`)).toMatchObject({ ok: true });
  });
});
