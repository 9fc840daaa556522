import { expect, test } from 'vitest';
import { browserShowing, html, scriptOf } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const news = 'https://news.example/';

test('document.cookie gives what is not HttpOnly, and keeps what is written', async () => {
  const { browser, tabId, eventsOf } = await browserShowing(shop, {
    [shop]: html('', [
      ['Set-Cookie', 'sid=1; HttpOnly'],
      ['Set-Cookie', 'theme=dark'],
    ]),
  });
  const script = scriptOf(browser, tabId);
  expect(script.readCookie()).toEqual({ ok: true, value: 'theme=dark' });
  script.writeCookie('cart=2; Max-Age=60');
  script.writeCookie('sid=2');
  expect(script.readCookie()).toEqual({ ok: true, value: 'theme=dark; cart=2' });
  expect(eventsOf('script-wrote-cookie').map(({ decision }) => decision.code)).toEqual([
    'stored',
    'http-only-not-overwritten',
  ]);
  const mirror = script.cookieMirror();
  const mirrored = mirror.ok ? mirror.value.cookies.map(({ name, value }) => [name, value]) : [];
  expect(mirrored).toEqual([
    ['sid', ''],
    ['theme', 'dark'],
    ['cart', '2'],
  ]);
});

test('a document that is gone reads and writes nothing more', async () => {
  const { browser, tabId } = await browserShowing(shop, {});
  const script = scriptOf(browser, tabId);
  await browser.navigate(tabId, news);
  expect(script.isActive).toBe(false);
  expect(script.writeCookie('a=1')).toMatchObject({ ok: false, code: 'document-gone' });
  expect(browser.jar.all()).toEqual([]);
});

test('storage belongs to an origin, session storage to a tab as well', async () => {
  const { browser, tabId, eventsOf } = await browserShowing(shop, {});
  const keep = (id: string, kind: 'local' | 'session', value: string) => {
    const area = scriptOf(browser, id).storage(kind);
    if (area.ok) area.value.setItem('key', value);
  };
  const kept = (id: string, kind: 'local' | 'session') => {
    const area = scriptOf(browser, id).storage(kind);
    return area.ok ? area.value.getItem('key') : undefined;
  };
  keep(tabId, 'local', 'l');
  keep(tabId, 'session', 's');
  const other = await browser.openTab(`${shop}other`);
  expect([kept(other, 'local'), kept(other, 'session')]).toEqual(['l', null]);
  await browser.navigate(other, news);
  expect(kept(other, 'local')).toBeNull();
  browser.closeTab(tabId);
  expect(browser.storage.all().map(({ kind }) => kind)).toEqual(['local']);
  expect(eventsOf('script-changed-storage').map(({ api }) => api)).toEqual([
    'localStorage',
    'sessionStorage',
  ]);
});

test('storage has a limit', async () => {
  const { browser, tabId } = await browserShowing(shop, {});
  const area = scriptOf(browser, tabId).storage('local');
  const outcome = area.ok ? area.value.setItem('key', 'x'.repeat(6 * 1024 * 1024)) : area;
  expect(outcome).toMatchObject({ code: 'quota-exceeded', exception: 'QuotaExceededError' });
});

test('what script makes of the page goes through the allow-list', async () => {
  const { browser, tabId, tab } = await browserShowing(shop, { [shop]: html('<p>Cart</p>') });
  scriptOf(browser, tabId).writeBody([
    { element: 'p', attributes: { id: 'count', onclick: 'steal()' }, children: ['2'] },
    { element: 'object', attributes: {}, children: ['x'] },
  ]);
  const body = JSON.stringify(tab().page?.body);
  expect(body).toContain('"id":"count"');
  expect(body).not.toMatch(/onclick|object/);
});

test('where script leads is in the name of its document, without the user', async () => {
  const { browser, tabId, requests, tab } = await browserShowing(shop, {});
  await scriptOf(browser, tabId).navigate('/cart');
  expect(tab().page?.url).toBe(`${shop}cart`);
  const fields = new Map(requests.at(-1)?.fields);
  expect(fields.get('Sec-Fetch-Site')).toBe('same-origin');
  expect(fields.has('Sec-Fetch-User')).toBe(false);
});
