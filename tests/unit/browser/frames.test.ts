import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/browser/tab.ts';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html } from './simulated-internet.ts';

const news = 'https://news.example/';
const ads = 'https://ads.example/';
const shop = 'https://shop.example/';
const framing = (url: string, attributes = '') =>
  html(`<iframe name=ad src="${url}" ${attributes}></iframe>`);
const settingCookies = html('', [
  ['Set-Cookie', 'strict=1; Secure; SameSite=Strict'],
  ['Set-Cookie', 'lax=1; Secure; SameSite=Lax'],
  ['Set-Cookie', 'none=1; Secure; SameSite=None'],
]);

function framed(page: Page | null | undefined): Page {
  const inner = page?.frames[0]?.page;
  if (!inner) throw new Error('No frame shows a document.');
  return inner;
}

test('a frame loads a document of its own, in the name of the one that holds it', async () => {
  const { tab, requests, eventsOf } = await browserShowing(news, { [news]: framing(ads) });
  const inner = framed(tab().page);
  expect(inner).toMatchObject({ url: ads, origin: 'https://ads.example', sandbox: null });
  expect(requests.map(({ targetUri }) => targetUri)).toEqual([news, ads]);
  const fields = requests[1]?.fields ?? [];
  expect(fieldValue(fields, 'Sec-Fetch-Dest')).toBe('iframe');
  expect(fieldValue(fields, 'Sec-Fetch-Mode')).toBe('navigate');
  expect(fieldValue(fields, 'Sec-Fetch-Site')).toBe('cross-site');
  expect(fieldValue(fields, 'Sec-Fetch-User')).toBeNull();
  expect(fieldValue(fields, 'Referer')).toBe(news);
  expect(eventsOf('request-sent')[1]).toMatchObject({ kind: 'frame', cause: 'frame' });
  expect(eventsOf('frame-shown')).toMatchObject([{ documentId: inner.id, topLevelUrl: news }]);
  expect(tab().history).toHaveLength(1);
});

describe('SameSite looks at every document above a frame', () => {
  test.each([
    ['of the same site', framing(`${shop}inner`), html(''), 'strict=1; lax=1; none=1'],
    ['within one of another site', framing(ads), framing(`${shop}inner`), 'none=1'],
  ])('%s', async (_, atTop, atAds, cookie) => {
    const { browser, tabId, requests } = await browserShowing(shop, {
      [shop]: settingCookies,
      [`${shop}top`]: atTop,
      [ads]: atAds,
    });
    await browser.navigate(tabId, `${shop}top`);
    const inner = requests.find(({ targetUri }) => targetUri === `${shop}inner`);
    expect(fieldValue(inner?.fields ?? [], 'Cookie')).toBe(cookie);
  });
});

test('a page within itself is loaded once more, not for ever', async () => {
  const { requests, tab } = await browserShowing(shop, { [shop]: framing(shop) });
  expect(requests).toHaveLength(2);
  expect(framed(tab().page).frames[0]).toMatchObject({
    page: null,
    problem: { code: 'frame-too-deep' },
  });
});

test('a link within a frame leads that frame; one to the top leads the tab', async () => {
  const { browser, tabId, tab } = await browserShowing(news, { [news]: framing(ads) });
  await browser.followLink(tabId, `${ads}more`, { documentId: framed(tab().page).id });
  expect(tab().page?.url).toBe(news);
  expect(framed(tab().page).url).toBe(`${ads}more`);
  const from = { documentId: framed(tab().page).id, target: '_top' };
  await browser.followLink(tabId, shop, from);
  expect(tab().page?.url).toBe(shop);
});

describe('a sandboxed frame', () => {
  test('has an origin that is nobody’s, and may keep nothing', async () => {
    const { browser, tab, requests } = await browserShowing(news, {
      [news]: framing(ads, 'sandbox="allow-scripts"'),
    });
    const inner = framed(tab().page);
    expect(inner).toMatchObject({ origin: 'null', sandbox: ['allow-scripts'] });
    const script = browser.scriptAccess(inner.id);
    const refused = { ok: false, code: 'opaque-origin', exception: 'SecurityError' };
    expect(script?.readCookie()).toMatchObject(refused);
    expect(script?.storage('local')).toMatchObject(refused);
    expect(script?.cookieStore.getAll()).toMatchObject(refused);
    await script?.loadImage('/pixel');
    expect(fieldValue(requests.at(-1)?.fields ?? [], 'Referer')).toBeNull();
  });

  test('may not lead the tab away, nor send a form', async () => {
    const { browser, tabId, tab, eventsOf } = await browserShowing(news, {
      [news]: framing(ads, 'sandbox'),
    });
    const documentId = framed(tab().page).id;
    await browser.followLink(tabId, shop, { documentId, target: '_top' });
    await browser.submitForm(tabId, { action: ads, method: 'post', entries: [] }, { documentId });
    expect(tab().page?.url).toBe(news);
    expect(eventsOf('navigation-refused').map(({ code }) => code)).toEqual([
      'sandboxed',
      'sandboxed',
    ]);
  });
});
