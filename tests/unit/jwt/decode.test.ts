import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64url, encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { decodeJwt } from '../../../src/jwt/decode.ts';

const b = encodeTextAsBase64url;
const header = b('{"alg":"HS256","typ":"JWT"}');
const payload = b('{"sub":"alice"}');

test('reads a token without any key', () => {
  const decoded = decodeJwt(`${header}.${payload}.AAAA`);
  expect(decoded).toEqual({
    ok: true,
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { sub: 'alice' },
    signingInput: `${header}.${payload}`,
    signature: Uint8Array.of(0, 0, 0),
    parts: [header, payload, 'AAAA'],
  });
});

test('reads an unsecured one as well: it is the verifier who refuses it', () => {
  expect(decodeJwt(`${b('{"alg":"none"}')}.${payload}.`)).toMatchObject({
    ok: true,
    header: { alg: 'none' },
  });
});

test.each([
  ['nothing', '', 'empty', 'token', '3.1'],
  ['one part', 'abc', 'wrong-number-of-parts', 'token', '3.1'],
  ['four parts', 'a.b.c.d', 'wrong-number-of-parts', 'token', '3.1'],
  ['an encrypted token', 'a.b.c.d.e', 'encrypted', 'token', '3'],
  ['letters of base64', `+/.${payload}.`, 'not-base64url', 'header', '2'],
  [
    'octets that are no text',
    `${encodeBase64url(Uint8Array.of(0xff))}.${payload}.`,
    'not-utf-8',
    'header',
    '5.2',
  ],
  ['no JSON', `${header}.${b('sub=alice')}.`, 'not-json', 'payload', '5.2'],
  ['an array', `${header}.${b('[1]')}.`, 'not-an-object', 'payload', '5.2'],
  ['null', `${b('null')}.${payload}.`, 'not-an-object', 'header', '5.2'],
  ['no algorithm', `${b('{"typ":"JWT"}')}.${payload}.`, 'algorithm-missing', 'header', '4.1.1'],
  ['a signature that is none', `${header}.${payload}.!`, 'not-base64url', 'signature', '2'],
])('refuses %s', (_what, token, code, part, section) => {
  expect(decodeJwt(token)).toMatchObject({ ok: false, code, part, rule: { section } });
});

test('never throws', () => {
  const part = fc.oneof(fc.string(), fc.json().map(b), fc.constant(header), fc.constant(''));
  const token = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.')),
  );
  fc.assert(fc.property(token, (text) => typeof decodeJwt(text).ok === 'boolean'));
});
