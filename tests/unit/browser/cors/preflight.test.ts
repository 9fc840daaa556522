import { describe, expect, test } from 'vitest';
import type { ScriptFetchInit } from '../../../../src/browser/script-access.ts';
import { fieldValue } from '../../../../src/http/fields.ts';
import type { Fields } from '../../../../src/http/message.ts';
import { NOW } from '../simulated-internet.ts';
import { API, NEWS, SHOP, openAnswer, openRedirect, plain, scriptOfPage } from './fetching.ts';

const url = `${API}/me`;
const put: ScriptFetchInit = { method: 'PUT' };
const field = (name: string, value: string): ScriptFetchInit => ({ fields: [[name, value]] });

test('the question names method and fields, and carries neither content nor cookies', async () => {
  const answers = { [`${API}/`]: plain([['Set-Cookie', 'sid=1']]), [url]: openAnswer() };
  const { browser, fetch, sent } = await scriptOfPage(answers);
  await browser.openTab(`${API}/`);
  const before = sent().length;
  const fields = [
    ['X-A', '1'],
    ['Content-Type', 'application/json'],
  ] as const;
  await fetch(url, { method: 'PUT', content: '{}', fields, credentials: 'include' });
  const [question, request] = sent().slice(before);
  expect(question).toMatchObject({ method: 'OPTIONS', targetUri: url, content: '' });
  const asked = Object.fromEntries(question?.fields ?? []);
  expect(asked).toMatchObject({
    'Access-Control-Request-Method': 'PUT',
    'Access-Control-Request-Headers': 'content-type,x-a',
    Origin: SHOP,
    Accept: '*/*',
    Referer: `${SHOP}/`,
    'Sec-Fetch-Site': 'same-site',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'empty',
  });
  expect(asked).not.toHaveProperty('Cookie');
  expect(asked).not.toHaveProperty('X-A');
  expect(fieldValue(request?.fields ?? [], 'Cookie')).toBe('sid=1');
  expect(fieldValue(request?.fields ?? [], 'X-A')).toBe('1');
});

test('its Set-Cookie is ignored, and that is told', async () => {
  const { browser, fetch, eventsOf } = await scriptOfPage({
    [url]: openAnswer([['Set-Cookie', 'a=1']]),
  });
  await fetch(url, put);
  expect(browser.jar.all()).toEqual([]);
  expect(eventsOf('response-received').flatMap(({ setCookies }) => setCookies)).toMatchObject([
    { code: 'credentials-omitted' },
    { code: 'credentials-omitted' },
  ]);
});

test.each([
  ['of its own origin', `${SHOP}/me`, put],
  ['a form could send', url, { method: 'POST', content: 'a' }],
  ['with a safelisted field', url, field('Accept', 'text/x')],
  ['with a field that script may not set', url, field('User-Agent', 'me')],
  ['with a forbidden override', url, field('X-HTTP-Method-Override', 'TRACE')],
] as const)('a request %s goes without a question', async (_, target, init) => {
  const { fetch, sent } = await scriptOfPage({ [target]: openAnswer() });
  expect(await fetch(target, init)).toMatchObject({ ok: true });
  expect(sent().map(({ method }) => method)).toEqual([sent()[0]?.method]);
  expect(sent()[0]?.method).not.toBe('OPTIONS');
});

const origin = ['Access-Control-Allow-Origin', SHOP] as const;
const star = ['Access-Control-Allow-Origin', '*'] as const;
const methods = (value: string) => ['Access-Control-Allow-Methods', value] as const;
const names = (value: string) => ['Access-Control-Allow-Headers', value] as const;

/** As measured in Chromium 156, where `*` stands for Authorization too. */
describe('what the answer allows', () => {
  test.each<[string, ScriptFetchInit, Fields, number, string | null]>([
    ['the method', put, [origin, methods('GET, PUT')], 204, null],
    ['another method', put, [origin, methods('PATCH')], 204, 'method-not-allowed'],
    ['the method in small letters', put, [origin, methods('put')], 204, 'method-not-allowed'],
    ['nothing of methods', put, [origin], 204, 'method-not-allowed'],
    ['any method', put, [star, methods('*')], 204, null],
    ['the field', field('X-A', '1'), [origin, names('x-a')], 200, null],
    ['another field', field('X-A', '1'), [origin, names('x-b')], 200, 'field-not-allowed'],
    ['any field', field('Authorization', 'x'), [star, names('*')], 200, null],
    [
      'a safelisted method unasked',
      { ...field('X-A', '1'), method: 'POST' },
      [origin, names('X-A')],
      200,
      null,
    ],
    ['nothing by its origin', put, [methods('PUT')], 204, 'allow-origin-missing'],
    ['nothing by its status', put, [origin, methods('PUT')], 404, 'preflight-status'],
    ['nothing but another address', put, [origin, ['Location', '/x']], 302, 'preflight-redirected'],
    ['no readable methods', put, [origin, methods('PUT; x')], 204, 'allow-methods-unreadable'],
    [
      'no readable fields',
      field('X-A', '1'),
      [origin, names('x-a;q')],
      204,
      'allow-headers-unreadable',
    ],
    [
      'all, but not with credentials',
      { ...put, credentials: 'include' },
      [origin, ['Access-Control-Allow-Credentials', 'true'], methods('*')],
      204,
      'method-not-allowed',
    ],
  ])('%s', async (_, init, fields, status, code) => {
    const { fetch, lines, refusals, eventsOf } = await scriptOfPage({
      [url]: ({ method }) => (method === 'OPTIONS' ? plain(fields, status) : plain([[...star]])),
    });
    const result = await fetch(url, init);
    expect(result.ok ? null : result.code).toBe(code);
    expect(lines()).toHaveLength(code === null ? 2 : 1);
    const exchangeId = eventsOf('request-sent').at(-1)?.exchangeId;
    if (code !== null) expect(refusals()).toMatchObject([{ code, exchangeId }]);
  });
});

describe('the answer is remembered', () => {
  async function asks(
    first: ScriptFetchInit,
    second: ScriptFetchInit,
    { after = 0, maxAge }: { after?: number; maxAge?: string } = {},
    secondUrl = url,
  ): Promise<number> {
    let time = NOW;
    const answer = openAnswer(maxAge === undefined ? [] : [['Access-Control-Max-Age', maxAge]]);
    const world = await scriptOfPage(
      { [url]: answer, [secondUrl]: answer },
      `${SHOP}/`,
      () => time,
    );
    await world.fetch(url, first);
    time += after;
    await world.fetch(secondUrl, second);
    return world.sent().filter(({ method }) => method === 'OPTIONS').length;
  }

  test.each<
    [string, ScriptFetchInit, ScriptFetchInit, { after?: number; maxAge?: string }, number]
  >([
    ['for five seconds', put, put, { after: 4_999 }, 1],
    ['not longer', put, put, { after: 5_000 }, 2],
    ['for as long as it says', put, put, { after: 599_999, maxAge: '600' }, 1],
    ['not longer than that', put, put, { after: 600_000, maxAge: '600' }, 2],
    ['for two hours at most', put, put, { after: 7_199_999, maxAge: '86400' }, 1],
    ['not for a day', put, put, { after: 7_200_000, maxAge: '86400' }, 2],
    ['not at all', put, put, { maxAge: '0' }, 2],
    ['not at all, below nought', put, put, { maxAge: '-1' }, 2],
    ['for five seconds if unreadable', put, put, { after: 4_999, maxAge: 'soon' }, 1],
    ['with all that it allows', put, field('X-A', '1'), {}, 1],
    ['not for credentials if it was without', put, { ...put, credentials: 'include' }, {}, 2],
    ['without credentials if it was with', { ...put, credentials: 'include' }, put, {}, 1],
    ['not for what it does not allow', put, field('X-B', '1'), {}, 2],
  ])('%s', async (_, first, second, time, count) => {
    expect(await asks(first, second, time)).toBe(count);
  });

  test('for one address only', async () => {
    expect(await asks(put, put, {}, `${url}?b`)).toBe(2);
  });

  test('until the browser is closed', async () => {
    const { browser, fetch, sent } = await scriptOfPage({ [url]: openAnswer() });
    await fetch(url, put);
    browser.close();
    const tabId = await browser.openTab(`${SHOP}/`);
    const page = browser.tabs.find(({ id }) => id === tabId)?.page;
    await browser.scriptAccess(page?.id ?? '')?.fetch(url, put);
    expect(sent().filter(({ method }) => method === 'OPTIONS')).toHaveLength(2);
  });
});

test('each origin on the way is asked, and a preflight follows no redirect', async () => {
  const { fetch, lines } = await scriptOfPage({
    [`${SHOP}/to`]: openRedirect(url),
    [url]: openAnswer(),
    [`${API}/to`]: ({ method }, context) =>
      method === 'OPTIONS'
        ? plain([origin, methods('PUT')])
        : openRedirect(`${NEWS}/x`)(
            { method, targetUri: '', fields: [['Origin', SHOP]], content: '' },
            context,
          ),
    [`${NEWS}/x`]: openAnswer(),
  });
  expect(await fetch(`${SHOP}/to`, put)).toMatchObject({ ok: true });
  expect(await fetch(`${API}/to`, put)).toMatchObject({ ok: true });
  expect(lines()).toEqual([
    'PUT shop.example/to from shop.example',
    'OPTIONS api.shop.example/me from shop.example',
    'PUT api.shop.example/me from shop.example',
    'OPTIONS api.shop.example/to from shop.example',
    'PUT api.shop.example/to from shop.example',
    'OPTIONS news.example/x from null',
    'PUT news.example/x from null',
  ]);
});
