import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CookieStoreItem,
  CookieStoreSetting,
} from '../../../src/browser/cookie-store-item.ts';
import { documentsOf } from '../../../src/browser/document-place.ts';
import type { CookieStoreQuery, ScriptCookieStore } from '../../../src/browser/script-access.ts';
import type { Answer } from './simulated-internet.ts';
import type { HttpResponse } from '../../../src/http/message.ts';
import { browserShowing, html, NOW, scriptOf } from './simulated-internet.ts';

const PAGE = 'https://shop.example/a/b';
const DAY = 24 * 60 * 60 * 1000;
const x = (count: number) => 'x'.repeat(count);

async function storeAt(page = PAGE, answers: Readonly<Record<string, Answer | HttpResponse>> = {}) {
  const world = await browserShowing(page, answers);
  const script = scriptOf(world.browser, world.tabId);
  const stored = () => world.browser.jar.all();
  return { ...world, script, store: script.cookieStore, stored };
}

const basic: CookieStoreSetting = { name: 'a', value: '1' };

/** All as measured in Chromium 156. */
describe('set stores', () => {
  test.each<[Partial<CookieStoreSetting>, object]>([
    [
      {},
      {
        name: 'a',
        value: '1',
        domain: 'shop.example',
        hostOnly: true,
        path: '/',
        secureOnly: true,
        httpOnly: false,
        sameSite: 'strict',
        expiryTime: null,
        persistent: false,
        partitionKey: null,
      },
    ],
    [{ sameSite: 'none' }, { sameSite: 'none', secureOnly: true }],
    [{ sameSite: 'lax' }, { sameSite: 'lax' }],
    [
      { name: '', value: '1' },
      { name: '', value: '1' },
    ],
    [{ value: '' }, { value: '' }],
    [
      { name: ' sp ', value: '\tv ' },
      { name: 'sp', value: 'v' },
    ],
    [
      { name: 'é', value: '가' },
      { name: 'é', value: '가' },
    ],
    [{ value: '"q,\\ x"' }, { value: '"q,\\ x"' }],
    [{ name: '__Host-h' }, { path: '/', hostOnly: true }],
    [{ name: '__host-h', path: '/' }, { name: '__host-h' }],
    [{ name: '__Secure-s', domain: 'shop.example' }, { hostOnly: false }],
    [{ domain: 'shop.example' }, { domain: 'shop.example', hostOnly: false }],
    [{ domain: 'SHOP.example' }, { domain: 'shop.example', hostOnly: false }],
    [{ domain: null }, { hostOnly: true }],
    [{ path: '/a' }, { path: '/a/' }],
    [{ path: '/a/' }, { path: '/a/' }],
    [{ path: '' }, { path: '/a' }],
    [{ path: '//' }, { path: '//' }],
    [{ path: '/a b' }, { path: '/a%20b/' }],
    [{ path: '/ä' }, { path: '/%C3%A4/' }],
    [{ path: '/x\u0001\t' }, { path: '/x%01%09/' }],
    [{ path: `/${x(1022)}` }, { path: `/${x(1022)}/` }],
    [{ name: 'big', value: x(4093) }, { name: 'big' }],
    [{ name: 'é'.repeat(2048), value: '' }, { value: '' }],
    [{ partitioned: true }, { partitionKey: 'https://shop.example' }],
    [{ expires: NOW + 1234.5 }, { expiryTime: NOW + 1234.5, persistent: true }],
    [{ expires: null }, { expiryTime: null }],
    [{ expires: NOW + 500 * DAY }, { expiryTime: NOW + 400 * DAY }],
    [{ expires: 8.64e15 + 1 }, { expiryTime: NOW + 400 * DAY }],
    [{ maxAge: 100 }, { expiryTime: NOW + 100_000 }],
    [{ maxAge: 1.5 }, { expiryTime: NOW + 1500 }],
    [{ maxAge: 1e12 }, { expiryTime: NOW + 400 * DAY }],
    [{ maxAge: null, expires: NOW + 1 }, { expiryTime: NOW + 1 }],
  ])('%j', async (change, cookie) => {
    const { store, stored, eventsOf } = await storeAt();
    expect(store.set({ ...basic, ...change })).toEqual({ ok: true, value: undefined });
    expect(stored()).toMatchObject([cookie]);
    expect(eventsOf('script-wrote-cookie')).toMatchObject([
      { api: 'cookieStore', decision: { code: 'stored', cookie } },
    ]);
  });

  test.each<Partial<CookieStoreSetting>>([
    { expires: NOW - 1 },
    { expires: 0 },
    { expires: -1e15 },
    { maxAge: 0 },
    { maxAge: -5 },
  ])('nothing, and no complaint, when its time is over: %j', async (change) => {
    const { store, stored } = await storeAt();
    store.set(basic);
    expect(store.set({ ...basic, ...change })).toMatchObject({ ok: true });
    expect(stored()).toEqual([]);
  });
});

describe('set refuses, and script gets a TypeError', () => {
  test.each<[Partial<CookieStoreSetting>, string]>([
    [{ name: 'a=b' }, 'name-with-equals-sign'],
    [{ name: '=' }, 'name-with-equals-sign'],
    [{ name: '', value: '' }, 'nameless-without-value'],
    [{ name: ' ', value: '\t' }, 'nameless-without-value'],
    [{ name: '', value: 'a=b' }, 'nameless-with-equals-sign'],
    [{ name: '', value: '__Host-a' }, 'nameless-with-prefix'],
    [{ name: '', value: '__SECURE-x' }, 'nameless-with-prefix'],
    [{ name: '', value: '__Http-x' }, 'nameless-with-prefix'],
    [{ name: 'a;b' }, 'forbidden-character'],
    [{ value: 'b;c' }, 'forbidden-character'],
    [{ value: 'b\tc' }, 'cookie-rejected'],
    [{ name: 'a\u0001' }, 'forbidden-character'],
    [{ name: 'a\n' }, 'forbidden-character'],
    [{ value: '1\0' }, 'forbidden-character'],
    [{ value: '\u007f' }, 'forbidden-character'],
    [{ name: '__Host-h', domain: 'shop.example' }, 'host-prefix-with-domain'],
    [{ name: '__Host-h', domain: '' }, 'host-prefix-with-domain'],
    [{ name: '__Host-h', path: '/a' }, 'host-prefix-with-path'],
    [{ name: '__host-h', path: '/a/' }, 'host-prefix-with-path'],
    [{ name: '__Host-h', path: '' }, 'cookie-rejected'],
    [{ name: '__Http-s' }, 'http-prefix'],
    [{ name: '__http-s' }, 'http-prefix'],
    [{ name: '__Host-Http-s' }, 'http-prefix'],
    [{ domain: '.shop.example' }, 'domain-with-leading-dot'],
    [{ domain: '' }, 'domain-mismatch'],
    [{ domain: 'example' }, 'cookie-rejected'],
    [{ domain: 'x.shop.example' }, 'domain-mismatch'],
    [{ domain: 'hop.example' }, 'domain-mismatch'],
    [{ domain: 'shop.example.' }, 'domain-mismatch'],
    [{ domain: 'shop.example:443' }, 'domain-mismatch'],
    [{ domain: ' shop.example ' }, 'domain-mismatch'],
    [{ path: 'a' }, 'path-not-absolute'],
    [{ path: '/x;y' }, 'forbidden-character'],
    [{ path: `/${x(1023)}` }, 'attribute-too-large'],
    [{ name: 'big', value: x(4094) }, 'cookie-too-large'],
    [{ name: 'é'.repeat(2048), value: 'x' }, 'cookie-too-large'],
    [{ maxAge: 1, expires: NOW + 1 }, 'expires-and-max-age'],
  ])('%j: %s', async (change, code) => {
    const { store, stored, eventsOf } = await storeAt();
    expect(store.set({ ...basic, ...change })).toMatchObject({
      ok: false,
      code,
      exception: 'TypeError',
    });
    expect(stored()).toEqual([]);
    expect(eventsOf('script-refused')).toMatchObject([{ api: 'cookieStore', code }]);
  });

  test('whatever it is given, it stores what it was given or says why not', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    return fc.assert(
      fc.asyncProperty(text, text, fc.option(text), text, async (name, value, domain, path) => {
        const { store, stored } = await storeAt();
        const result = store.set({ name, value, domain, path });
        expect(stored()).toHaveLength(result.ok ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('HttpOnly cookies', () => {
  const answers = { [PAGE]: html('', [['Set-Cookie', 'sid=1; HttpOnly; Path=/']]) };

  test.each<[string, (store: ScriptCookieStore) => unknown]>([
    ['overwritten', (store) => store.set({ name: 'sid', value: '2' })],
    ['deleted', (store) => store.delete({ name: 'sid' })],
  ])('are not %s', async (_, run) => {
    const { store, stored } = await storeAt(PAGE, answers);
    expect(run(store)).toMatchObject({
      code: 'cookie-rejected',
      exception: 'TypeError',
      values: { decision: 'http-only-not-overwritten' },
    });
    expect(stored()).toMatchObject([{ value: '1', httpOnly: true }]);
  });

  test('are not seen', async () => {
    const { store } = await storeAt(PAGE, answers);
    expect(store.getAll()).toEqual({ ok: true, value: [] });
  });
});

describe('get and getAll', () => {
  const whole: CookieStoreItem = {
    name: 'whole',
    value: 'v',
    domain: 'shop.example',
    path: '/',
    expires: NOW + 60_000,
    secure: true,
    sameSite: 'none',
    partitioned: true,
  };
  const plain: CookieStoreItem = {
    name: 'x',
    value: '2',
    domain: null,
    path: '/a',
    expires: null,
    secure: false,
    sameSite: 'lax',
    partitioned: false,
  };
  const answers = {
    [PAGE]: html('', [
      [
        'Set-Cookie',
        'whole=v; Domain=shop.example; Path=/; Max-Age=60; Secure; SameSite=None; Partitioned',
      ],
      ['Set-Cookie', 'x=1; Path=/; SameSite=Strict'],
      ['Set-Cookie', 'x=2'],
    ]),
  };
  const root = { ...plain, value: '1', path: '/', sameSite: 'strict' };

  test.each<[CookieStoreQuery | undefined, readonly object[]]>([
    [undefined, [plain, whole, root]],
    [{}, [plain, whole, root]],
    [{ name: 'x' }, [plain, root]],
    [{ name: ' x\t' }, [plain, root]],
    [{ name: 'whole', url: PAGE }, [whole]],
    [{ url: `${PAGE}#x` }, [plain, whole, root]],
    [{ url: 'b' }, [plain, whole, root]],
    [{ name: '' }, []],
    [{ name: 'a=b' }, []],
  ])('%j', async (query, items) => {
    const { store, eventsOf } = await storeAt(PAGE, answers);
    expect(store.getAll(query)).toEqual({ ok: true, value: items });
    if (query !== undefined && Object.keys(query).length > 0)
      expect(store.get(query)).toEqual({ ok: true, value: items[0] ?? null });
    expect(eventsOf('script-read-cookies')[0]).toMatchObject({ api: 'cookieStore' });
  });

  test.each<[CookieStoreQuery, string]>([
    [{ url: '/other' }, 'foreign-url'],
    [{ url: `${PAGE}?q` }, 'foreign-url'],
    [{ url: 'https://evil.example/' }, 'foreign-url'],
    [{ url: 'https://[' }, 'foreign-url'],
    [{ name: 'x', url: '/other' }, 'foreign-url'],
  ])('%j: %s', async (query, code) => {
    const { store } = await storeAt(PAGE, answers);
    expect(store.getAll(query)).toMatchObject({ code, exception: 'TypeError' });
    expect(store.get(query)).toMatchObject({ code, exception: 'TypeError' });
  });

  test('get must be asked for something', async () => {
    const { store } = await storeAt(PAGE, answers);
    expect(store.get({})).toMatchObject({ code: 'nothing-asked-for', exception: 'TypeError' });
  });
});

describe('delete', () => {
  test.each<[string, Parameters<ScriptCookieStore['delete']>[0], boolean]>([
    ['x=1; Path=/', { name: 'x' }, true],
    ['x=1; Path=/a', { name: 'x' }, false],
    ['x=1; Path=/a', { name: 'x', path: '/a' }, false],
    ['x=1; Path=/a/', { name: 'x', path: '/a' }, true],
    ['x=1; Path=/; Domain=shop.example', { name: 'x' }, false],
    ['x=1; Path=/; Domain=shop.example', { name: 'x', domain: 'shop.example' }, true],
    ['x=1; Path=/; Secure; Partitioned', { name: 'x' }, false],
    ['x=1; Path=/; Secure; Partitioned', { name: 'x', partitioned: true }, true],
    ['=1; Path=/', { name: '' }, true],
    ['x=1; Path=/', { name: 'other' }, false],
  ])('%s by %j: %s', async (field, deletion, isGone) => {
    const { store, stored } = await storeAt(PAGE, { [PAGE]: html('', [['Set-Cookie', field]]) });
    expect(store.delete(deletion)).toEqual({ ok: true, value: undefined });
    expect(stored()).toHaveLength(isGone ? 0 : 1);
  });

  test.each<[Parameters<ScriptCookieStore['delete']>[0], string]>([
    [{ name: 'x', domain: '.shop.example' }, 'domain-with-leading-dot'],
    [{ name: 'x', domain: 'other.example' }, 'domain-mismatch'],
    [{ name: 'x', path: 'a' }, 'path-not-absolute'],
    [{ name: 'a=b' }, 'name-with-equals-sign'],
    [{ name: 'a;b' }, 'forbidden-character'],
    [{ name: '__Http-x' }, 'http-prefix'],
    [{ name: '__Host-x', path: '/a' }, 'host-prefix-with-path'],
    [{ name: x(4097) }, 'cookie-too-large'],
  ])('%j: %s', async (deletion, code) => {
    const { store } = await storeAt();
    expect(store.delete(deletion)).toMatchObject({ code, exception: 'TypeError' });
  });
});

describe('where it stands', () => {
  test.each([
    ['http://shop.example/', 'not-a-secure-context'],
    ['http://localhost/', null],
    ['https://shop.example/', null],
  ])('%s: %s', async (page, code) => {
    const { store, script } = await storeAt(page, { [page]: html('') });
    const result = store.set(basic);
    expect(result.ok ? null : result.code).toBe(code);
    expect(script.isSecureContext).toBe(code === null);
  });

  async function framed(attributes: string, mode: 'allowed' | 'blocked' = 'allowed') {
    const news = 'https://news.example/';
    const world = await browserShowing(
      news,
      {
        [news]: html(`<iframe src="${PAGE}" ${attributes}></iframe>`),
        [PAGE]: html('', [['Set-Cookie', 'old=1; SameSite=None; Secure']]),
      },
      undefined,
      { thirdPartyCookies: () => mode },
    );
    const inner = documentsOf(world.tab())[1]?.page.id ?? '';
    const store = world.browser.scriptAccess(inner)?.cookieStore;
    if (store === undefined) throw new Error('The frame shows no document.');
    return store;
  }

  test('a third party may set and see only what goes to all sites', async () => {
    const store = await framed('');
    expect(store.set(basic)).toMatchObject({
      code: 'cookie-rejected',
      exception: 'TypeError',
      values: { decision: 'same-site-cross-site' },
    });
    expect(store.set({ ...basic, sameSite: 'none' })).toMatchObject({ ok: true });
    const all = store.getAll();
    expect(all.ok && all.value.map(({ name }) => name)).toEqual(['old', 'a']);
  });

  test('a blocked third party sees and sets partitioned ones only', async () => {
    const store = await framed('', 'blocked');
    expect(store.set({ ...basic, sameSite: 'none' })).toMatchObject({
      code: 'cookie-rejected',
      values: { decision: 'third-party-blocked' },
    });
    expect(store.set({ ...basic, sameSite: 'none', partitioned: true }).ok).toBe(true);
    const all = store.getAll();
    expect(all.ok && all.value.map(({ name }) => name)).toEqual(['a']);
  });

  test('a sandboxed document without an origin has none', async () => {
    const store = await framed('sandbox="allow-scripts"');
    const refused = { code: 'opaque-origin', exception: 'SecurityError' };
    expect(store.set(basic)).toMatchObject(refused);
    expect(store.getAll()).toMatchObject(refused);
    expect(store.get({ name: 'a' })).toMatchObject(refused);
    expect(store.delete({ name: 'a' })).toMatchObject(refused);
  });
});
