import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html, redirect, scriptOf } from './simulated-internet.ts';

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

/** As measured in Chromium 156; CORS is stricter about nothing but this, see cors/script-fetch.test.ts. */
describe('the origin of a POST that is sent on', () => {
  test.each([
    ['https://shop.example/a', 'https://shop.example/b', 'https://shop.example'],
    ['https://shop.example/a', 'https://api.shop.example/b', 'null'],
    ['https://news.example/a', 'https://news.example/b', 'https://shop.example'],
    ['https://news.example/a', 'https://ads.example/b', 'null'],
    ['https://news.example/a', 'https://shop.example/b', 'null'],
  ])('by %s to %s: %s', async (action, location, origin) => {
    const answers = { [action]: redirect(307, location) };
    const { browser, tabId, requests } = await browserShowing(shop, answers);
    await browser.submitForm(tabId, { action, method: 'POST', entries: [] });
    const form = requests.slice(1).map(({ fields }) => fieldValue(fields, 'Origin'));
    expect(form).toEqual(['https://shop.example', origin]);
    await scriptOf(browser, await browser.openTab(shop)).fetch(action, {
      method: 'POST',
      mode: 'no-cors',
    });
    expect(fieldValue(requests.at(-1)?.fields ?? [], 'Origin')).toBe(origin);
  });
});

/** As measured in Chromium 156. */
test.each([
  ['https://news.example/from', 'https://shop.example/page', shop],
  ['http://news.example/from', 'https://shop.example/page', null],
  ['https://shop.example/from', 'https://shop.example/page', 'https://shop.example/start?q'],
])('a reload by way of %s to %s says what was left of the referrer: %s', async (from, to, left) => {
  const start = `${shop}start?q`;
  const { browser, tabId, requests } = await browserShowing(start, { [from]: redirect(302, to) });
  await browser.followLink(tabId, from);
  await browser.reload(tabId);
  await browser.reload(tabId);
  const referrers = requests.slice(2).map(({ fields }) => fieldValue(fields, 'Referer'));
  expect(referrers).toEqual([left, left, left]);
});

test('a page to which a redirect led from a form by GET is asked for again without the form', async () => {
  const { browser, tabId, requests, tab } = await browserShowing(shop, {
    [`${shop}order`]: redirect(303, '/thanks'),
    [`${shop}thanks`]: html('Thank you'),
  });
  await browser.submitForm(tabId, { action: '/order', method: 'post', entries: [['a', '1']] });
  await browser.navigate(tabId, shop);
  await browser.back(tabId);
  expect(tab()).toMatchObject({ page: { url: `${shop}thanks` }, problem: null });
  expect(requests.at(-1)).toMatchObject({ method: 'GET', content: '' });
});
