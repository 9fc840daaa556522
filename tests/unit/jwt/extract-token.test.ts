import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractToken } from '../../../src/jwt/extract-token.ts';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl-_';

test.each([
  ['alone', token],
  ['among white space', `\n ${token}\t`],
  ['Bearer', `Bearer ${token}`],
  ['the whole field', `Authorization: bearer ${token}`],
  ['in quotes', `"${token}"`],
  ['broken into lines', token.replace(/.{20}/g, '$&\r\n  ')],
  ['in a cookie', `Set-Cookie: token=${token}; Path=/; HttpOnly`],
  ['in a URL', `https://shop.example/#access_token=${token}&state=x`],
  ['in JSON', JSON.stringify({ access: token, expires_in: 300 })],
])('finds a token %s', (_how, text) => {
  expect(extractToken(text)).toBe(token);
});

test('keeps half a token, and what is none', () => {
  expect(extractToken('Bearer eyJhbGciOiJIUzI1NiJ9.eyJzd')).toBe('eyJhbGciOiJIUzI1NiJ9.eyJzd');
  expect(extractToken(' no token! ')).toBe('no token!');
});

const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }));

test('never throws', () => {
  fc.assert(
    fc.property(
      codeUnits,
      (units) => typeof extractToken(String.fromCharCode(...units)) === 'string',
    ),
  );
});
