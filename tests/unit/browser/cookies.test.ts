import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserAt, browserShowing, html, scriptOf } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const news = 'https://news.example/';
const signedIn = html('', [
  ['Set-Cookie', 'strict=1; Secure; SameSite=Strict'],
  ['Set-Cookie', 'lax=1; Secure; SameSite=Lax'],
  ['Set-Cookie', 'none=1; Secure; SameSite=None; Max-Age=60'],
]);

test('every Set-Cookie is decided in order, on any status', async () => {
  const { eventsOf, browser } = await browserShowing(shop, {
    [shop]: html(
      '',
      [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2; Domain=news.example'],
        ['Set-Cookie', 'c=3'],
      ],
      500,
    ),
  });
  const decisions = eventsOf('response-received')[0]?.setCookies.map(({ code }) => code);
  expect(decisions).toEqual(['stored', 'domain-mismatch', 'stored']);
  expect(browser.jar.all().map(({ name }) => name)).toEqual(['a', 'c']);
});

test('the request tells what was decided about each cookie', async () => {
  const { browser, tabId, requests, eventsOf } = await browserShowing(shop, {
    [shop]: signedIn,
    [news]: html(''),
  });
  await browser.navigate(tabId, news);
  await browser.followLink(tabId, shop);
  const { cookies } = eventsOf('request-sent').at(-1) ?? {};
  expect(cookies?.sent.map(({ cookie }) => cookie.name)).toEqual(['lax', 'none']);
  expect(cookies?.withheld.map(({ code }) => code)).toEqual(['same-site-strict']);
  expect(fieldValue(requests.at(-1)?.fields ?? [], 'Cookie')).toBe('lax=1; none=1');
});

describe('fetch', () => {
  test.each([
    [shop, 'omit', null],
    [shop, 'same-origin', 'strict=1; lax=1; none=1'],
    [news, 'same-origin', null],
    [news, 'include', 'none=1'],
  ] as const)('from %s with credentials %s sends %s', async (from, credentials, cookie) => {
    const { browser, tabId, requests } = await browserShowing(shop, { [shop]: signedIn });
    await browser.navigate(tabId, from);
    await scriptOf(browser, tabId).fetch(`${shop}me`, { credentials });
    expect(fieldValue(requests.at(-1)?.fields ?? [], 'Cookie')).toBe(cookie);
  });

  test('says why nothing went, and keeps nothing that is set', async () => {
    const { browser, tabId, eventsOf } = await browserShowing(shop, {
      [shop]: signedIn,
      [`${shop}me`]: html('', [['Set-Cookie', 'new=1']]),
    });
    await scriptOf(browser, tabId).fetch('/me', { credentials: 'omit' });
    expect(eventsOf('request-sent').at(-1)).toMatchObject({ kind: 'fetch', cause: 'fetch' });
    expect(
      new Set(
        eventsOf('request-sent')
          .at(-1)
          ?.cookies.withheld.map(({ code }) => code),
      ),
    ).toEqual(new Set(['credentials-omitted']));
    expect(browser.jar.all()).toHaveLength(3);
  });

  test('cannot leave the lab', async () => {
    const { browser, tabId, requests } = await browserShowing(shop, {});
    const outcome = await scriptOf(browser, tabId).fetch('https://www.iana.org/');
    expect(outcome).toMatchObject({ ok: false, code: 'outside-the-lab', exception: 'TypeError' });
    expect(requests).toHaveLength(1);
  });
});

describe('closing the browser', () => {
  test('ends tabs and session cookies, and only those', async () => {
    const { browser, events } = await browserShowing(shop, { [shop]: signedIn });
    events.length = 0;
    browser.close();
    expect(browser).toMatchObject({ open: false, activeTabId: null, activeTab: null, tabs: [] });
    expect(browser.jar.all().map(({ name }) => name)).toEqual(['none']);
    expect(events).toMatchObject([
      { type: 'cookie-removed', cookie: { name: 'strict' }, why: 'browser-closed' },
      { type: 'cookie-removed', cookie: { name: 'lax' }, why: 'browser-closed' },
      { type: 'browser-closed' },
    ]);
  });

  test('and opening it again leads home', async () => {
    const { browser, eventsOf } = browserAt({});
    await browser.reopen();
    await browser.reopen();
    expect(browser.tabs).toHaveLength(1);
    expect(browser.activeTab?.page?.url).toBe(shop);
    expect(eventsOf('browser-opened')).toHaveLength(1);
  });

  test('closing the last tab closes it; another one is shown before', async () => {
    const { browser } = browserAt({});
    const first = await browser.openTab(shop);
    const second = await browser.openTab();
    browser.closeTab(second);
    expect(browser.activeTabId).toBe(first);
    browser.closeTab(first);
    expect(browser.open).toBe(false);
  });
});

test('cookies changed by hand are told with what was there before', async () => {
  const { browser, eventsOf } = await browserShowing(shop, {
    [shop]: html('', [['Set-Cookie', 'a=1']]),
  });
  const [cookie] = browser.jar.all();
  if (!cookie) throw new Error('No cookie was stored.');
  browser.putCookie({ ...cookie, value: '2' });
  browser.removeCookie(cookie);
  browser.removeCookie(cookie);
  expect(eventsOf('cookie-edited')).toMatchObject([
    { cookie: { value: '2' }, previous: { value: '1' } },
  ]);
  expect(eventsOf('cookie-removed')).toMatchObject([{ why: 'by-hand' }]);
  browser.putCookie({ ...cookie, persistent: true, expiryTime: 0 });
  browser.removeExpiredCookies();
  expect(eventsOf('cookie-removed')[1]).toMatchObject({ why: 'expired' });
  expect(browser.jar.all()).toEqual([]);
});
