import { describe, expect, test } from 'vitest';
import { fieldValue } from '../../../src/http/fields.ts';
import type { HttpResponse } from '../../../src/http/message.ts';
import { NetworkFailure } from '../../../src/http/network-failure.ts';
import { browserAt, browserShowing, html, redirect } from './simulated-internet.ts';

const shop = 'https://shop.example/';

describe('the address bar', () => {
  test.each([
    ['shop.example/cart', 'https://shop.example/cart'],
    ['  https://shop.example/cart ', 'https://shop.example/cart'],
    ['http://shop.example', 'http://shop.example/'],
    ['shop.example:8443/cart', 'https://shop.example:8443/cart'],
    ['localhost/x', 'https://localhost/x'],
  ])('%s leads to %s', async (typed, targetUri) => {
    const { browser, requests } = browserAt({});
    await browser.openTab(typed);
    expect(requests.map((request) => request.targetUri)).toEqual([targetUri]);
  });

  test.each([
    ['https://www.iana.org/', 'outside-the-lab'],
    ['https://example.com', 'outside-the-lab'],
    ['https://notexample/', 'outside-the-lab'],
    ['javascript:alert(1)', 'unsupported-scheme'],
    ['data:text/html,hi', 'unsupported-scheme'],
    ['https://shop .example', 'invalid-url'],
    ['', 'invalid-url'],
  ])('%s is refused without a request: %s', async (typed, code) => {
    const { browser, requests, eventsOf } = browserAt({});
    await browser.openTab(typed);
    expect(requests).toEqual([]);
    expect(browser.activeTab?.problem?.code).toBe(code);
    expect(eventsOf('navigation-refused')).toMatchObject([{ code }]);
  });
});

test('a page is shown with its title, its language and its status', async () => {
  const { tab, eventsOf } = await browserShowing(shop, {
    [shop]: html('<html lang="ko"><title>Crumb</title><h1>빵</h1></html>', [], 404),
  });
  expect(tab()).toMatchObject({
    loading: null,
    problem: null,
    page: {
      url: shop,
      status: 404,
      title: 'Crumb',
      language: 'ko',
      body: [{ element: 'h1', children: ['빵'] }],
    },
    history: [{ url: shop, title: 'Crumb' }],
  });
  expect(eventsOf('page-shown')).toMatchObject([{ url: shop, status: 404, title: 'Crumb' }]);
});

test('what is not HTML is shown as text', async () => {
  const { tab } = await browserShowing(shop, {
    [shop]: { status: 200, fields: [['Content-Type', 'application/json']], content: '{"a":"<b>"}' },
  });
  expect(tab().page?.body).toEqual([{ element: 'pre', attributes: {}, children: ['{"a":"<b>"}'] }]);
});

test('a fragment is never sent, and stays in the address', async () => {
  const { requests, tab } = await browserShowing(`${shop}#bread`, {});
  expect(requests[0]?.targetUri).toBe(shop);
  expect(tab().page?.url).toBe(`${shop}#bread`);
});

describe('links', () => {
  test('are followed in the name of the page', async () => {
    const { browser, tabId, requests, eventsOf } = await browserShowing(shop, {});
    await browser.followLink(tabId, 'cart');
    expect(requests[1]).toMatchObject({ method: 'GET', targetUri: 'https://shop.example/cart' });
    expect(fieldValue(requests[1]?.fields ?? [], 'Referer')).toBe(shop);
    expect(eventsOf('request-sent')[1]).toMatchObject({
      kind: 'navigation',
      cause: 'link',
      parentId: null,
    });
  });

  test('to a fragment move within the page', async () => {
    const { browser, tabId, requests, tab } = await browserShowing(shop, {});
    await browser.followLink(tabId, '#bread');
    await browser.followLink(tabId, '#cake');
    await browser.back(tabId);
    expect(requests).toHaveLength(1);
    expect(tab().page?.url).toBe(`${shop}#bread`);
    expect(tab().historyIndex).toBe(1);
  });

  test('cannot lead out of the lab', async () => {
    const { browser, tabId, requests, tab } = await browserShowing(shop, {});
    await browser.followLink(tabId, '//evil.test/');
    expect(requests).toHaveLength(1);
    expect(tab()).toMatchObject({
      page: null,
      problem: { code: 'outside-the-lab', url: 'https://evil.test/' },
    });
  });
});

describe('forms', () => {
  const entries = [
    ['name', 'Alice & Bob'],
    ['name', '빵'],
  ] as const;
  const encoded = 'name=Alice+%26+Bob&name=%EB%B9%B5';

  test('GET puts the entries into the query, in place of another', async () => {
    const { browser, tabId, requests } = await browserShowing(shop, {});
    await browser.submitForm(tabId, { action: '/search?old=1', method: 'get', entries });
    expect(requests[1]).toMatchObject({
      method: 'GET',
      targetUri: `https://shop.example/search?${encoded}`,
      content: '',
    });
  });

  test('POST sends them as content', async () => {
    const { browser, tabId, requests } = await browserShowing(shop, {});
    await browser.submitForm(tabId, { action: `${shop}sign-in?x=1`, method: 'POST', entries });
    const request = requests[1];
    expect(request).toMatchObject({
      method: 'POST',
      targetUri: `${shop}sign-in?x=1`,
      content: encoded,
    });
    const fields = request?.fields ?? [];
    expect(fieldValue(fields, 'Content-Type')).toBe('application/x-www-form-urlencoded');
    expect(fieldValue(fields, 'Content-Length')).toBe(String(encoded.length));
    expect(fieldValue(fields, 'Origin')).toBe('https://shop.example');
  });
});

describe('history', () => {
  test('goes back and forward with new requests, and forgets what lay ahead', async () => {
    const { browser, tabId, requests, tab } = await browserShowing(`${shop}a`, {});
    await browser.navigate(tabId, `${shop}b`);
    await browser.back(tabId);
    expect(tab()).toMatchObject({ historyIndex: 0, page: { url: `${shop}a` } });
    await browser.forward(tabId);
    expect(tab()).toMatchObject({ historyIndex: 1, page: { url: `${shop}b` } });
    await browser.forward(tabId);
    await browser.back(tabId);
    await browser.navigate(tabId, `${shop}c`);
    expect(tab().history.map(({ url }) => url)).toEqual([`${shop}a`, `${shop}c`]);
    expect(requests.map(({ targetUri }) => targetUri.at(-1)).join('')).toBe('ababac');
  });

  test('the same address again makes no second entry', async () => {
    const { browser, tabId, tab } = await browserShowing(shop, {});
    await browser.navigate(tabId, shop);
    expect(tab().history).toHaveLength(1);
  });

  test('a reload sends the form again that led to the page; going back to it asks first', async () => {
    const { browser, tabId, requests, tab } = await browserShowing(shop, {});
    await browser.submitForm(tabId, { action: `${shop}order`, method: 'post', entries: [] });
    await browser.reload(tabId);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(fieldValue(requests[2]?.fields ?? [], 'Cache-Control')).toBe('max-age=0');
    expect(requests[2]?.content).toBe(requests[1]?.content);
    await browser.navigate(tabId, shop);
    await browser.back(tabId);
    expect(requests).toHaveLength(4);
    expect(tab()).toMatchObject({ page: null, problem: { code: 'form-resubmission' } });
  });

  test('a reload asks in the name of whoever led to the page', async () => {
    const { browser, tabId, requests } = await browserShowing('https://news.example/', {});
    await browser.followLink(tabId, shop);
    await browser.reload(tabId);
    expect(fieldValue(requests[2]?.fields ?? [], 'Sec-Fetch-Site')).toBe('cross-site');
    expect(fieldValue(requests[2]?.fields ?? [], 'Referer')).toBe('https://news.example/');
  });
});

describe('when no page comes', () => {
  test('the failure is told', async () => {
    const { tab, eventsOf } = await browserShowing(shop, {
      [shop]: () => Promise.reject(new NetworkFailure('connection-refused')),
    });
    expect(tab()).toMatchObject({
      page: null,
      loading: null,
      problem: { code: 'connection-refused', url: shop },
    });
    expect(eventsOf('exchange-failed')).toMatchObject([{ failure: 'connection-refused' }]);
  });

  test('204 leaves the page where it is', async () => {
    const { browser, tabId, tab } = await browserShowing(shop, {
      [`${shop}ping`]: { status: 204, fields: [], content: '' },
    });
    await browser.followLink(tabId, '/ping');
    expect(tab()).toMatchObject({ loading: null, page: { url: shop }, historyIndex: 0 });
  });

  test('an exception of the network is a bug and goes through', async () => {
    const { browser } = browserAt({ [shop]: () => Promise.reject(new Error('broken')) });
    await expect(browser.openTab(shop)).rejects.toThrow('broken');
  });
});

describe('what is under way', () => {
  function slow() {
    let resolve: (response: HttpResponse) => void = () => undefined;
    const promise = new Promise<HttpResponse>((settle) => (resolve = settle));
    return { promise, resolve: (response: HttpResponse) => resolve(response) };
  }

  test('is shown, and given up for something newer; its cookies still count', async () => {
    const answer = slow();
    const { browser, tabId, tab } = await browserShowing(shop, {
      [`${shop}slow`]: () => answer.promise,
    });
    const first = browser.followLink(tabId, '/slow');
    expect(tab().loading).toEqual({ url: `${shop}slow`, cause: 'link' });
    await browser.followLink(tabId, '/fast');
    answer.resolve(html('<title>slow</title>', [['Set-Cookie', 'late=1']]));
    await first;
    expect(tab().page?.url).toBe(`${shop}fast`);
    expect(browser.jar.all().map(({ name }) => name)).toEqual(['late']);
  });

  test('is aborted at the network', async () => {
    let signal: AbortSignal | undefined;
    const { browser, tabId, tab } = await browserShowing(shop, {
      [`${shop}slow`]: (_request, context) => {
        signal = context.signal;
        return new Promise((_resolve, reject) => {
          context.signal?.addEventListener('abort', () => reject(new NetworkFailure('aborted')));
        });
      },
    });
    const navigation = browser.followLink(tabId, '/slow');
    browser.stop(tabId);
    await navigation;
    expect(signal?.aborted).toBe(true);
    expect(tab()).toMatchObject({ loading: null, problem: null, page: { url: shop } });
  });

  test('is not heard at all once its past has been taken back', async () => {
    const answer = slow();
    const { browser, tabId, tab, events } = await browserShowing(shop, {
      [`${shop}slow`]: () => answer.promise,
    });
    const navigation = browser.followLink(tabId, '/slow');
    browser.restored();
    const told = events.length;
    answer.resolve(html('', [['Set-Cookie', 'late=1']]));
    await navigation;
    expect(events).toHaveLength(told);
    expect(browser.jar.all()).toEqual([]);
    expect(tab()).toMatchObject({ loading: null, page: { url: shop } });
  });
});

test('redirects lead to the page at their end', async () => {
  const { tab } = await browserShowing(`${shop}old#bread`, {
    [`${shop}old`]: redirect(301, '/new'),
    [`${shop}new`]: html(''),
  });
  expect(tab().history.map(({ url }) => url)).toEqual([`${shop}new#bread`]);
});
