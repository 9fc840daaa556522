import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html, redirect } from './simulated-internet.ts';

const shop = 'https://shop.example/';

describe('method rewriting', () => {
  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [307, 'POST', 'POST', 'a=1'],
    [308, 'POST', 'POST', 'a=1'],
    [301, 'GET', 'GET', ''],
    [307, 'GET', 'GET', ''],
  ])('%i after %s goes on with %s', async (status, method, rewritten, content) => {
    const { browser, tabId, requests } = await browserShowing(shop, {
      [`${shop}from`]: redirect(status, '/to'),
      [`${shop}from?a=1`]: redirect(status, '/to'),
    });
    await browser.submitForm(tabId, { action: '/from', method, entries: [['a', '1']] });
    const last = requests.at(-1);
    expect(last).toMatchObject({ method: rewritten, targetUri: `${shop}to`, content });
    expect(fieldValue(last?.fields ?? [], 'Content-Type') !== null).toBe(content !== '');
  });
});

test('each hop is an exchange of its own that names the one before', async () => {
  const { eventsOf } = await browserShowing(`${shop}a`, {
    [`${shop}a`]: redirect(302, '/b'),
    [`${shop}b`]: redirect(302, '/c'),
  });
  const sent = eventsOf('request-sent').map(({ exchangeId, parentId, cause }) => ({
    exchangeId,
    parentId,
    cause,
  }));
  const [first, second, third] = sent.map(({ exchangeId }) => exchangeId);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(sent.map(({ parentId }) => parentId)).toEqual([null, first, second]);
  expect(sent.map(({ cause }) => cause)).toEqual(['address-bar', 'redirect', 'redirect']);
});

test('cookies that a redirect sets go with the next request', async () => {
  const { requests } = await browserShowing(`${shop}a`, {
    [`${shop}a`]: redirect(303, '/b', [
      ['Set-Cookie', 'one=1'],
      ['Set-Cookie', 'two=2'],
    ]),
  });
  expect(fieldValue(requests[1]?.fields ?? [], 'Cookie')).toBe('one=1; two=2');
});

test.each([
  ['/to', `${shop}to#bread`],
  ['/to#cake', `${shop}to#cake`],
])('the fragment is kept unless Location %s has one', async (location, url) => {
  const { tab } = await browserShowing(`${shop}from#bread`, {
    [`${shop}from`]: redirect(302, location),
  });
  expect(tab().page?.url).toBe(url);
});

test.each([
  ['https://www.iana.org/', 'outside-the-lab'],
  ['javascript:alert(1)', 'unsupported-scheme'],
  ['https://a b/', 'invalid-url'],
])('a redirect to %s is refused: %s', async (location, code) => {
  const { tab, requests, eventsOf } = await browserShowing(shop, {
    [shop]: redirect(302, location),
  });
  expect(requests).toHaveLength(1);
  expect(tab().problem?.code).toBe(code);
  expect(eventsOf('navigation-refused')).toMatchObject([{ code }]);
});

test('twenty redirects are followed, no more', async () => {
  const { tab, requests } = await browserShowing(shop, { [shop]: redirect(302, '/') });
  expect(requests).toHaveLength(21);
  expect(tab().problem?.code).toBe('too-many-redirects');
});

test('a redirect without Location is a page', async () => {
  const { tab } = await browserShowing(shop, { [shop]: html('<p>Over there</p>', [], 302) });
  expect(tab().page?.status).toBe(302);
});

test('a POST sent on from stranger to stranger has no origin any more', async () => {
  const { browser, tabId, requests } = await browserShowing('https://evil.example/', {
    'https://shop.example/a': redirect(307, 'https://news.example/b'),
  });
  await browser.submitForm(tabId, {
    action: 'https://shop.example/a',
    method: 'POST',
    entries: [],
  });
  expect(requests.map(({ fields }) => fieldValue(fields, 'Origin'))).toEqual([
    null,
    'https://evil.example',
    'null',
  ]);
});
