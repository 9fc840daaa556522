import { describe, expect, test } from 'vitest';
import { fetchSiteOf } from '../../../src/browser/fetch-metadata.ts';
import { navigationRequest } from '../../../src/browser/navigation.ts';
import { referrerFor } from '../../../src/browser/referrer.ts';
import { originOf } from '../../../src/http/origin.ts';
import { requestFields } from '../../../src/browser/request-fields.ts';
import type { RequestCause } from '../../../src/browser/events.ts';

const shop = 'https://shop.example/';

function request(
  url: string,
  initiator: string | null,
  method: 'GET' | 'POST' = 'GET',
  cause: RequestCause = 'link',
) {
  return navigationRequest(
    {
      to: { ok: true, url },
      method,
      content: method === 'POST' ? 'a=빵' : '',
      cause,
      source: initiator === null ? null : { origin: originOf(initiator), referrer: initiator },
      userActivated: true,
      entryIndex: null,
    },
    url,
    null,
  );
}

function names(...args: Parameters<typeof request>): string[] {
  return requestFields(request(...args), { acceptLanguage: 'ko', cookie: 'a=1' }).map(
    ([name]) => name,
  );
}

test('a typed address tells nothing of where one was', () => {
  expect(names(shop, null)).toEqual([
    'Upgrade-Insecure-Requests',
    'User-Agent',
    'Accept',
    'Sec-Fetch-Site',
    'Sec-Fetch-Mode',
    'Sec-Fetch-User',
    'Sec-Fetch-Dest',
    'Accept-Language',
    'Cookie',
  ]);
});

test('a form says how long its content is in octets, and whose it is', () => {
  const fields = requestFields(request(shop, shop, 'POST', 'form'), {
    acceptLanguage: 'ko',
    cookie: null,
  });
  expect(fields.slice(0, 3)).toEqual([
    ['Content-Length', '5'],
    ['Origin', 'https://shop.example'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ]);
});

test('metadata goes to trustworthy targets only', () => {
  expect(names('http://shop.example/', shop).filter((name) => name.startsWith('Sec-'))).toEqual([]);
});

describe('Referer', () => {
  test.each([
    [shop, null, null],
    [`${shop}b`, 'https://me:pw@shop.example/a?q=1#f', 'https://shop.example/a?q=1'],
    ['https://news.example/', `${shop}a?q=1`, shop],
    ['https://api.shop.example/', `${shop}a`, shop],
    ['http://shop.example/', `${shop}a`, null],
    ['https://shop.example/', 'http://shop.example/a', 'http://shop.example/'],
    ['http://localhost/', `${shop}a`, null],
    ['http://shop.example/', 'http://localhost/a', 'http://localhost/'],
  ])('to %s from %s: %s', (target, referrer, value) => {
    expect(referrerFor(target, referrer)).toBe(value);
  });
});

describe('Sec-Fetch-Site', () => {
  test.each([
    [null, [], shop, 'none'],
    [shop, [], `${shop}a`, 'same-origin'],
    [shop, [], 'https://api.shop.example/', 'same-site'],
    ['http://shop.example/', [], shop, 'cross-site'],
    ['https://news.example/', [], shop, 'cross-site'],
    [shop, ['https://news.example/'], shop, 'cross-site'],
  ])('from %s by way of %j to %s: %s', (initiator, redirectChain, url, site) => {
    expect(fetchSiteOf({ ...request(url, initiator), redirectChain })).toBe(site);
  });
});

describe('as Chromium has it where the specifications say otherwise', () => {
  const fields = (changes: Partial<ReturnType<typeof request>>, url: string) =>
    Object.fromEntries(
      requestFields(
        { ...request(url, shop, 'POST', 'form'), ...changes },
        { acceptLanguage: 'ko', cookie: null },
      ),
    );

  test.each([
    ['a fetch without CORS', 'no-cors', 'https://shop.example'],
    ['a form', 'navigate', 'null'],
  ] as const)('%s from https: to this very machine tells %s its origin', (_, mode, origin) => {
    expect(fields({ mode }, 'http://localhost/')).toMatchObject({ Origin: origin });
    expect(fields({ mode }, 'http://news.example/')).toMatchObject({ Origin: 'null' });
  });

  test('a preflight says its mode to any address, and nothing of the redirects before it', () => {
    const preflight = { kind: 'preflight', mode: 'cors' } as const;
    const plain = fields(preflight, 'http://news.example/');
    expect(plain['Sec-Fetch-Mode']).toBe('cors');
    expect(plain).not.toHaveProperty('Sec-Fetch-Site');
    const redirected = { ...preflight, redirectChain: ['https://news.example/'] };
    expect(fields(redirected, shop)).toMatchObject({ 'Sec-Fetch-Site': 'same-origin' });
  });
});
