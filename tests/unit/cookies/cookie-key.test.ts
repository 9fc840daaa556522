import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cookieKey } from '../../../src/cookies/cookie-key.ts';
import { cookie } from './access.ts';

test.each([
  ['name', { name: 'b' }],
  ['domain', { domain: 'www.shop.example' }],
  ['being host-only', { hostOnly: false }],
  ['path', { path: '/a' }],
  ['partition', { partitionKey: 'https://news.example' }],
])('another %s makes another cookie', (_, change) => {
  expect(cookieKey(cookie(change))).not.toBe(cookieKey(cookie()));
});

test('value, times and attributes make the same cookie', () => {
  const change = { value: '2', secureOnly: true, httpOnly: true, expiryTime: 5, creationTime: 1 };
  expect(cookieKey(cookie(change))).toBe(cookieKey(cookie()));
});

test('no two identities share a key, whatever their names are', () => {
  const text = fc.string().map((one) => one.replaceAll('\n', ''));
  const identity = fc.record({ name: text, path: text, domain: text, hostOnly: fc.boolean() });
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      const same = JSON.stringify(cookie(a)) === JSON.stringify(cookie(b));
      expect(cookieKey(cookie(a)) === cookieKey(cookie(b))).toBe(same);
    }),
  );
});
