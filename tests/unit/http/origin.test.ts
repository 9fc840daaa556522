import { describe, expect, test } from 'vitest';
import {
  isPotentiallyTrustworthy,
  isSameOrigin,
  isSameSite,
  originOf,
  registrableDomain,
  siteOf,
} from '../../../src/http/origin.ts';

describe('site', () => {
  test.each([
    ['https://shop.example/cart', 'https://shop.example'],
    ['https://api.shop.example:8443/', 'https://shop.example'],
    ['http://shop.example/', 'http://shop.example'],
    ['https://shop.example./', 'https://shop.example.'],
    ['http://localhost:5173/', 'http://localhost'],
    ['http://127.0.0.1:80/', 'http://127.0.0.1'],
    ['http://[::1]/', 'http://[::1]'],
    ['about:blank', 'null'],
    ['nonsense', 'null'],
  ])('of %s is %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });

  test.each([
    ['https://shop.example/', 'https://api.shop.example:444/', true],
    ['https://shop.example/', 'http://shop.example/', false],
    ['https://shop.example/', 'https://news.example/', false],
    ['nonsense', 'nonsense', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameSite(a, b)).toBe(same);
  });

  test('uses the public suffixes handed in', () => {
    const suffixes = {
      isPublicSuffix: (host: string) => host === 'co.uk',
      registrableDomain: (host: string) => host.split('.').slice(-3).join('.'),
    };
    expect(siteOf('https://a.b.co.uk/', suffixes)).toBe('https://b.co.uk');
    expect(isSameSite('https://a.co.uk/', 'https://b.co.uk/', suffixes)).toBe(false);
  });
});

test.each([
  ['www.shop.example', 'shop.example'],
  ['shop.example', 'shop.example'],
  ['example', null],
  ['192.0.2.1', null],
  ['[2001:db8::1]', null],
  ['', null],
  ['a..example', null],
])('registrable domain of %j is %j', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain);
});

test('origin is scheme, host and port', () => {
  expect(originOf('https://shop.example:443/a')).toBe('https://shop.example');
  expect(isSameOrigin('https://shop.example/', 'https://shop.example:444/')).toBe(false);
  expect(isSameOrigin('https://shop.example/a', 'https://shop.example/b')).toBe(true);
  expect(isSameOrigin('about:blank', 'about:blank')).toBe(false);
});

test.each([
  ['https://shop.example/', true],
  ['http://shop.example/', false],
  ['http://localhost/', true],
  ['http://a.localhost/', true],
  ['http://127.8.0.1/', true],
  ['http://[::1]:80/', true],
  ['http://128.0.0.1/', false],
  ['http://notlocalhost/', false],
  ['nonsense', false],
])('%s is potentially trustworthy: %s', (url, trustworthy) => {
  expect(isPotentiallyTrustworthy(url)).toBe(trustworthy);
});
