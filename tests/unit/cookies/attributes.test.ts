import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../src/cookies/attributes.ts';
import { defaultPath } from '../../../src/cookies/default-path.ts';
import { scopeOf } from '../../../src/cookies/domain-attribute.ts';
import { domainMatches } from '../../../src/cookies/domain-matches.ts';
import { expiryTimeOf } from '../../../src/cookies/expiry-attributes.ts';
import { parseMaxAge } from '../../../src/cookies/max-age.ts';
import { pathOf } from '../../../src/cookies/path-attribute.ts';
import { pathMatches } from '../../../src/cookies/path-matches.ts';
import { sameSiteOf } from '../../../src/cookies/same-site-attribute.ts';
import { lastLabelIsPublic } from '../../../src/http/origin.ts';
import { DAY, NOW } from './access.ts';

describe('which attributes count', () => {
  test('the last of each name, whatever its case', () => {
    const { values, notes } = attributesOf([
      { name: 'Path', value: '/a' },
      { name: 'PATH', value: '/b' },
      { name: 'Flavour', value: 'sweet' },
    ]);
    expect(values).toMatchObject({ path: '/b', domain: null });
    expect(notes.map(({ code }) => code)).toEqual(['attribute-repeated', 'attribute-unknown']);
  });

  test('not one of more than 1024 octets', () => {
    const { values, notes } = attributesOf([
      { name: 'Path', value: `/${'a'.repeat(1024)}` },
      { name: 'Domain', value: 'a'.repeat(1024) },
    ]);
    expect(values).toMatchObject({ path: null, domain: 'a'.repeat(1024) });
    expect(notes).toMatchObject([
      { code: 'attribute-too-large', values: { size: 1025, limit: 1024 } },
    ]);
  });
});

test.each([
  ['60', 60],
  ['0', 0],
  ['-1', -1],
  ['+60', 60],
  ['9'.repeat(400), Infinity],
  ['', null],
  ['-', null],
  ['-+5', null],
  ['1.5', null],
  ['60s', null],
  ['0x10', null],
  ['9223372036854775806', 2 ** 63],
  ['9223372036854775806x', null],
  ['9223372036854775807x', Infinity],
  [`-${'9'.repeat(20)}x`, -Infinity],
])('Max-Age=%s is %s seconds', (text, seconds) => {
  expect(parseMaxAge(text)).toBe(seconds);
});

describe('expiry', () => {
  const date = 'Fri, 02 Oct 2026 12:00:00 GMT';

  test.each([
    [null, null, null],
    ['60', null, NOW + 60_000],
    [null, date, NOW + DAY],
    ['60', date, NOW + 60_000],
    ['soon', date, NOW + DAY],
    [null, 'soon', null],
    [String(400 * 24 * 3600), null, NOW + 400 * DAY],
    [String(400 * 24 * 3600 + 1), null, NOW + 400 * DAY],
    ['9'.repeat(400), null, NOW + 400 * DAY],
    [null, '1 Jan 31841 00:00:00', NOW + 400 * DAY],
    [null, '1 Jan 1500 00:00:00', Date.UTC(1500, 0)],
    [null, '1 Jan 5 00:00:00', Date.UTC(2005, 0)],
    [null, 'Fri, 01 Jan 2100 00:00:00 GMT', NOW + 400 * DAY],
  ])('of Max-Age=%s and Expires=%s', (maxAge, expires, expiryTime) => {
    expect(expiryTimeOf(maxAge, expires, NOW).meaning).toBe(expiryTime);
  });

  test('of no seconds lies before every time', () => {
    expect(expiryTimeOf('0', null, NOW).meaning).toBeLessThan(0);
  });

  test.each([
    ['60', date, ['max-age-wins']],
    ['soon', null, ['max-age-unreadable']],
    [null, 'soon', ['expires-unreadable']],
    ['99999999', null, ['lifetime-capped']],
  ])('of Max-Age=%s and Expires=%s is noted', (maxAge, expires, codes) => {
    expect(expiryTimeOf(maxAge, expires, NOW).notes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('domain', () => {
  test.each([
    ['shop.example', 'shop.example', true],
    ['api.shop.example', 'shop.example', true],
    ['shop.example', 'api.shop.example', false],
    ['myshop.example', 'shop.example', false],
    ['1.192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '2.1', false],
    ['shop.example', '', false],
  ])('%s matches %s: %s', (host, domain, matches) => {
    expect(domainMatches(host, domain)).toBe(matches);
  });

  test.each([
    [null, 'api.shop.example', 'api.shop.example', true],
    ['', 'api.shop.example', 'api.shop.example', true],
    ['shop.example', 'api.shop.example', 'shop.example', false],
    ['.SHOP.example', 'api.shop.example', 'shop.example', false],
    ['shop.example', 'shop.example', 'shop.example', false],
    ['localhost', 'localhost', 'localhost', true],
    ['127.0.0.1', '127.0.0.1', '127.0.0.1', true],
    ['.127.0.0.1', '127.0.0.1', '127.0.0.1', true],
    ['[::1]', '[::1]', '[::1]', true],
  ])('Domain=%s from %s: %s, host-only: %s', (attribute, host, domain, hostOnly) => {
    expect(scopeOf(attribute, host, lastLabelIsPublic)).toMatchObject({
      ok: true,
      domain,
      hostOnly,
    });
  });

  test.each([
    ['api.shop.example', 'shop.example', 'domain-mismatch'],
    ['news.example', 'shop.example', 'domain-mismatch'],
    ['..shop.example', 'shop.example', 'domain-mismatch'],
    ['shop.example.', 'shop.example', 'domain-mismatch'],
    ['shop.example/', 'shop.example', 'domain-mismatch'],
    ['shop%2Eexample', 'shop.example', 'domain-mismatch'],
    ['빵.example', 'shop.example', 'domain-mismatch'],
    ['shop.example:443', 'shop.example', 'domain-mismatch'],
    ['.', 'shop.example', 'domain-mismatch'],
    ['0.0.1', '127.0.0.1', 'domain-mismatch'],
    ['example', 'shop.example', 'domain-public-suffix'],
    ['.example', 'shop.example', 'domain-public-suffix'],
  ])('Domain=%s from %s is refused', (attribute, host, code) => {
    expect(scopeOf(attribute, host, lastLabelIsPublic)).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe('path', () => {
  test.each([
    ['/', '/'],
    ['/cart', '/'],
    ['/cart/', '/cart'],
    ['/a/b/c', '/a/b'],
    ['', '/'],
    ['a', '/'],
  ])('by default of %j is %s', (urlPath, path) => {
    expect(defaultPath(urlPath)).toBe(path);
  });

  test.each([
    ['/a', '/a/b', '/a', []],
    [null, '/a/b', '/a', []],
    ['', '/a/b', '/a', []],
    ['a', '/a/b', '/a', ['path-not-absolute']],
    ['"/a"', '/a/b', '/a', ['path-not-absolute']],
  ])('Path=%s from %s is %s', (attribute, urlPath, path, codes) => {
    const { meaning, notes } = pathOf(attribute, urlPath);
    expect([meaning, notes.map(({ code }) => code)]).toEqual([path, codes]);
  });

  test.each([
    ['/a', '/a', true],
    ['/a/b', '/a', true],
    ['/ab', '/a', false],
    ['/a', '/a/', false],
    ['/a/', '/a/', true],
    ['/anything', '/', true],
    ['/A', '/a', false],
    ['/', '', false],
  ])('%s lies in %s: %s', (requestPath, cookiePath, matches) => {
    expect(pathMatches(requestPath, cookiePath)).toBe(matches);
  });
});

test.each([
  [null, 'unspecified', 0],
  ['Strict', 'strict', 0],
  ['LAX', 'lax', 0],
  ['none', 'none', 0],
  ['', 'unspecified', 1],
  ['Stricter', 'unspecified', 1],
])('SameSite=%s is %s', (attribute, sameSite, notes) => {
  expect(sameSiteOf(attribute)).toMatchObject({ meaning: sameSite, notes: { length: notes } });
});
