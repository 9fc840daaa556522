import { describe, expect, test } from 'vitest';
import type { ScriptFetchInit } from '../../../../src/browser/script-access.ts';
import { fieldValue } from '../../../../src/http/fields.ts';
import { NetworkFailure } from '../../../../src/http/network-failure.ts';
import { API, NEWS, SHOP, openAnswer, openRedirect, plain, scriptOfPage } from './fetching.ts';

const internet = {
  [`${SHOP}/`]: plain(),
  [`${SHOP}/ok`]: openAnswer(),
  [`${API}/ok`]: openAnswer(),
  [`${NEWS}/ok`]: openAnswer(),
  ['http://news.example/ok']: openAnswer(),
  ['http://localhost/ok']: openAnswer(),
  ['http://127.0.0.1/ok']: openAnswer(),
  [`${API}/closed`]: plain(),
  [`${SHOP}/to-api`]: openRedirect(`${API}/ok`),
  [`${SHOP}/to-shop`]: openRedirect(`${SHOP}/ok`),
  [`${SHOP}/to-api-to-shop`]: openRedirect(`${API}/to-shop`),
  [`${SHOP}/to-data`]: openRedirect('data:text/plain,x'),
  [`${SHOP}/to-api-with-password`]: openRedirect('https://u:p@api.shop.example/ok'),
  [`${SHOP}/to-shop-with-password`]: openRedirect('https://u:p@shop.example/ok'),
  [`${SHOP}/round`]: openRedirect(`${SHOP}/round`),
  [`${API}/to-shop`]: openRedirect(`${SHOP}/ok`),
  [`${API}/to-news`]: openRedirect(`${NEWS}/ok`),
  [`${API}/to-api`]: openRedirect(`${API}/ok`),
  [`${API}/to-http`]: openRedirect('http://news.example/ok'),
  [`${API}/broken`]: () => {
    throw new NetworkFailure('connection-lost');
  },
};

describe('who is said to have sent it', () => {
  test.each<[string, ScriptFetchInit, readonly string[]]>([
    [`${SHOP}/ok`, {}, ['GET shop.example/ok']],
    [`${SHOP}/ok`, { method: 'POST' }, ['POST shop.example/ok from shop.example']],
    [`${API}/ok`, {}, ['GET api.shop.example/ok from shop.example']],
    [`${API}/ok`, { mode: 'no-cors' }, ['GET api.shop.example/ok']],
    [
      `${API}/ok`,
      { mode: 'no-cors', method: 'POST' },
      ['POST api.shop.example/ok from shop.example'],
    ],
    [
      `${SHOP}/to-api`,
      {},
      ['GET shop.example/to-api', 'GET api.shop.example/ok from shop.example'],
    ],
    [
      `${API}/to-api`,
      {},
      [
        'GET api.shop.example/to-api from shop.example',
        'GET api.shop.example/ok from shop.example',
      ],
    ],
    [
      `${API}/to-shop`,
      {},
      ['GET api.shop.example/to-shop from shop.example', 'GET shop.example/ok from null'],
    ],
    [
      `${API}/to-news`,
      {},
      ['GET api.shop.example/to-news from shop.example', 'GET news.example/ok from null'],
    ],
    [
      `${SHOP}/to-api-to-shop`,
      {},
      [
        'GET shop.example/to-api-to-shop',
        'GET api.shop.example/to-shop from shop.example',
        'GET shop.example/ok from null',
      ],
    ],
  ])('%s %j', async (url, init, expected) => {
    const { fetch, lines } = await scriptOfPage(internet);
    expect(await fetch(url, init)).toMatchObject({ ok: true });
    expect(lines()).toEqual(expected);
  });
});

describe('what is refused, and whether it was sent', () => {
  test.each<[string, ScriptFetchInit, string, string, number]>([
    ['https://[', {}, 'invalid-url', '5.4', 0],
    ['https://u:p@api.shop.example/', {}, 'url-with-credentials', '5.4', 0],
    ['ftp://shop.example/', {}, 'unsupported-scheme', '4.1', 0],
    ['https://example.com/', {}, 'outside-the-lab', '4.1', 0],
    [`${API}/ok`, { method: 'A B' }, 'invalid-method', '5.4', 0],
    [`${API}/ok`, { method: 'trace' }, 'forbidden-method', '5.4', 0],
    [`${API}/ok`, { content: 'x' }, 'get-with-content', '5.4', 0],
    [`${API}/ok`, { mode: 'no-cors', method: 'PUT' }, 'no-cors-method', '5.4', 0],
    [`${API}/ok`, { mode: 'same-origin' }, 'not-same-origin', '4.1', 0],
    [`${SHOP}/to-api`, { mode: 'same-origin' }, 'not-same-origin', '4.1', 1],
    [`${API}/to-api`, { mode: 'no-cors', redirect: 'manual' }, 'no-cors-redirect', '4.1', 0],
    ['http://news.example/ok', {}, 'mixed-content', '4.1', 0],
    ['http://news.example/ok', { mode: 'no-cors' }, 'mixed-content', '4.1', 0],
    [`${API}/to-http`, {}, 'mixed-content', '4.1', 1],
    [`${SHOP}/to-api`, { redirect: 'error' }, 'redirect-forbidden', '4.4', 1],
    [`${SHOP}/to-data`, {}, 'unsupported-scheme', '4.5', 1],
    [`${SHOP}/round`, {}, 'too-many-redirects', '4.5', 21],
    [`${SHOP}/to-api-with-password`, {}, 'redirect-with-credentials', '4.5', 1],
    [`${API}/closed`, {}, 'allow-origin-missing', '4.10', 1],
    [`${API}/closed`, { redirect: 'manual' }, 'allow-origin-missing', '4.10', 1],
    [`${API}/broken`, { mode: 'no-cors' }, 'network-failure', '4.7', 1],
  ])('%s %j: %s', async (url, init, code, section, count) => {
    const { fetch, sent, refusals } = await scriptOfPage(internet);
    expect(await fetch(url, init)).toMatchObject({ ok: false, code, exception: 'TypeError' });
    expect(sent()).toHaveLength(count);
    const [refused] = refusals();
    expect(refused).toMatchObject({ api: 'fetch', code, rule: { document: 'Fetch', section } });
    expect(refused?.exchangeId !== undefined).toBe(count > 0);
  });

  test('a password in a redirect is refused even within the origin, as Chromium does', async () => {
    const { fetch } = await scriptOfPage(internet);
    expect(await fetch(`${SHOP}/to-shop-with-password`)).toMatchObject({
      code: 'redirect-with-credentials',
      rule: { document: 'Chromium' },
    });
  });

  test.each(['http://localhost/ok', 'http://127.0.0.1/ok'])(
    'the machine itself is no mixed content: %s',
    async (url) => {
      const { fetch } = await scriptOfPage(internet);
      expect(await fetch(url)).toMatchObject({ ok: true, value: { type: 'cors' } });
    },
  );

  test('without TLS there is no mixed content', async () => {
    const page = 'http://shop.example/';
    const { fetch } = await scriptOfPage({ ...internet, [page]: plain() }, page);
    expect(await fetch('http://news.example/ok')).toMatchObject({ ok: true });
  });
});

describe('cookies, sent and stored', () => {
  const set = openAnswer([['Set-Cookie', 'new=1; SameSite=None; Secure']]);
  const closed = plain([['Set-Cookie', 'new=1; SameSite=None; Secure']]);
  test.each<[string, ScriptFetchInit, boolean]>([
    [`${SHOP}/set`, {}, true],
    [`${SHOP}/set`, { credentials: 'omit' }, false],
    [`${API}/set`, {}, false],
    [`${API}/set`, { credentials: 'omit' }, false],
    [`${API}/set`, { credentials: 'include' }, true],
    [`${API}/set`, { credentials: 'include', mode: 'no-cors' }, true],
    [`${NEWS}/set`, { credentials: 'include' }, true],
    [`${NEWS}/set`, {}, false],
    [`${NEWS}/closed`, { credentials: 'include' }, true],
  ])('%s %j: %s', async (url, init, expected) => {
    const { browser, fetch, sent } = await scriptOfPage({
      ...internet,
      [`${SHOP}/`]: plain([['Set-Cookie', 'own=1; Domain=shop.example; SameSite=None; Secure']]),
      [`${NEWS}/`]: plain([['Set-Cookie', 'own=1; SameSite=None; Secure']]),
      [`${SHOP}/set`]: set,
      [`${API}/set`]: set,
      [`${NEWS}/set`]: set,
      [`${NEWS}/closed`]: closed,
    });
    await browser.openTab(`${NEWS}/`);
    await fetch(url, init);
    expect(fieldValue(sent().at(-1)?.fields ?? [], 'Cookie')).toBe(expected ? 'own=1' : null);
    expect(browser.jar.all().some(({ name }) => name === 'new')).toBe(expected);
  });

  test('what comes back to its origin by way of another has no credentials any more', async () => {
    const answers = { [`${SHOP}/`]: plain([['Set-Cookie', 'own=1']]) };
    const { fetch, sent } = await scriptOfPage({ ...internet, ...answers });
    await fetch(`${SHOP}/to-api-to-shop`);
    const cookies = sent().map(({ fields }) => fieldValue(fields, 'Cookie'));
    expect(cookies).toEqual(['own=1', null, null]);
  });
});

test('fields that belong to the browser cannot be asked for', async () => {
  const { fetch, sent } = await scriptOfPage(internet);
  await fetch(`${SHOP}/ok`, {
    fields: [
      ['Cookie', 'x=1'],
      ['sec-fetch-site', 'none'],
      ['Proxy-Own', '1'],
      ['X-Method-Override', 'GET, trace'],
      ['X-Own', '1'],
    ],
  });
  const names = (sent()[0]?.fields ?? []).map(([name]) => name);
  expect(names).toContain('X-Own');
  expect(names).toContain('Sec-Fetch-Site');
  for (const name of ['Cookie', 'sec-fetch-site', 'Proxy-Own', 'X-Method-Override'])
    expect(names).not.toContain(name);
});

test.each([
  ['cors', 'application/json', 'application/json'],
  ['no-cors', 'application/json', 'text/plain;charset=UTF-8'],
  ['no-cors', null, 'text/plain;charset=UTF-8'],
] as const)('content in mode %s, said to be %s, is sent as %s', async (mode, said, type) => {
  const { fetch, sent } = await scriptOfPage({ ...internet, [`${API}/ok`]: openAnswer() });
  const fields = said === null ? [] : [['Content-Type', said] as const];
  await fetch(`${API}/ok`, { method: 'POST', content: '{}', mode, fields });
  expect(fieldValue(sent().at(-1)?.fields ?? [], 'Content-Type')).toBe(type);
});
