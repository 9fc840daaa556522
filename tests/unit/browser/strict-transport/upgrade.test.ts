import { describe, expect, test } from 'vitest';
import { browserAt, html, NOW, redirect } from '../simulated-internet.ts';

const wish = (value: string) => [['Strict-Transport-Security', value]] as const;

function setUp(value = 'max-age=60; includeSubDomains') {
  let now = NOW;
  const answers = {
    'https://shop.example/': html('shop', wish(value)),
    'http://shop.example/': html('in clear', wish(value)),
    'https://shop.example/cart?a=b': html('cart'),
    'http://shop.example/cart?a=b': html('cart in clear'),
    'https://blog.shop.example/': html('blog'),
    'http://blog.shop.example/': html('blog in clear'),
    'https://news.example/': redirect(302, 'http://shop.example/'),
  };
  const lab = browserAt(answers, () => now);
  const visit = async (url: string) => {
    await lab.browser.openTab(url);
    return lab.requests.at(-1)?.targetUri;
  };
  return { ...lab, visit, pass: (ms: number) => (now += ms) };
}

describe('a host that was never visited by TLS', () => {
  test('is visited as the address says, and its wish in clear is overlooked (RFC 6797 §8.1)', async () => {
    const { visit, browser, eventsOf } = setUp();
    expect(await visit('http://shop.example/')).toBe('http://shop.example/');
    expect(await visit('http://shop.example/cart?a=b')).toBe('http://shop.example/cart?a=b');
    expect(browser.strictTransport.all()).toEqual([]);
    expect(eventsOf('strict-transport-noted')).toEqual([]);
  });
});

describe('a host whose wish was heard by TLS', () => {
  test('gets no request without it, and the log tells why (RFC 6797 §8.3)', async () => {
    const { visit, browser, eventsOf } = setUp();
    await visit('https://shop.example/');
    expect(eventsOf('strict-transport-noted')).toMatchObject([
      { host: 'shop.example', includeSubDomains: true, expiryTime: NOW + 60_000 },
    ]);
    expect(await visit('http://shop.example/cart?a=b')).toBe('https://shop.example/cart?a=b');
    expect(browser.activeTab?.page?.url).toBe('https://shop.example/cart?a=b');
    expect(eventsOf('request-upgraded')).toMatchObject([
      {
        url: 'http://shop.example/cart?a=b',
        host: 'shop.example',
        rule: { document: 'RFC6797', section: '8.3' },
      },
    ]);
  });

  test('that goes for where a redirect leads', async () => {
    const { visit } = setUp();
    await visit('https://shop.example/');
    expect(await visit('https://news.example/')).toBe('https://shop.example/');
  });

  test('and for what script fetches from a page without TLS', async () => {
    const { visit, browser, requests } = setUp('max-age=60');
    await visit('https://shop.example/');
    await visit('http://blog.shop.example/');
    const script = browser.scriptAccess(browser.activeTab?.page?.id ?? '');
    await script?.fetch('http://shop.example/cart?a=b', { mode: 'no-cors' });
    expect(requests.at(-1)?.targetUri).toBe('https://shop.example/cart?a=b');
  });

  test.each([
    ['max-age=60; includeSubDomains', 'https://blog.shop.example/'],
    ['max-age=60', 'http://blog.shop.example/'],
  ])('speaks for the names below it only if it says so: %s', async (value, expected) => {
    const { visit } = setUp(value);
    await visit('https://shop.example/');
    expect(await visit('http://blog.shop.example/')).toBe(expected);
  });

  test('is forgotten when its time is over', async () => {
    const { visit, pass } = setUp();
    await visit('https://shop.example/');
    pass(60_000);
    expect(await visit('http://shop.example/')).toBe('http://shop.example/');
  });

  test('takes it back with max-age=0', async () => {
    const { visit, browser, answers } = withAnswers();
    await visit('https://shop.example/');
    answers['https://shop.example/'] = html('shop', wish('max-age=0'));
    await visit('https://shop.example/');
    expect(browser.strictTransport.all()).toEqual([]);
    expect(await visit('http://shop.example/')).toBe('http://shop.example/');
  });
});

function withAnswers() {
  const answers: Record<string, ReturnType<typeof html>> = {
    'https://shop.example/': html('shop', wish('max-age=60')),
    'http://shop.example/': html('in clear'),
  };
  const lab = browserAt(answers);
  const visit = async (url: string) => {
    await lab.browser.openTab(url);
    return lab.requests.at(-1)?.targetUri;
  };
  return { ...lab, answers, visit };
}
