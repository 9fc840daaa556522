import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBase64url,
  decodeBase64urlText,
  encodeBase64url,
  encodeTextAsBase64url,
} from '../../../src/jwt/base64url.ts';

test('whatever was encoded is decoded again', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(decodeBase64url(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('every value has one spelling only', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'AQgw-_+/=\n 한') }), (text) => {
      const bytes = decodeBase64url(text);
      if (bytes !== null) expect(encodeBase64url(bytes)).toBe(text);
    }),
  );
});

test.each([
  ['the letters of base64', '-_-_', '+/+/'],
  ['padding', 'YQ', 'YQ=='],
  ['white space', 'YWJj', 'YW Jj'],
  ['an impossible length', 'YWJj', 'YWJjZ'],
  ['bits that no encoder sets', 'YQ', 'YR'],
])('takes no %s', (_what, strict, loose) => {
  expect(decodeBase64url(strict)).not.toBeNull();
  expect(decodeBase64url(loose)).toBeNull();
});

test('text is UTF-8, or is refused', () => {
  expect(decodeBase64urlText(encodeTextAsBase64url('빵 🥐'))).toBe('빵 🥐');
  expect(decodeBase64urlText(encodeBase64url(Uint8Array.of(0xff, 0xfe)))).toBeNull();
});
