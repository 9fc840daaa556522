import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTextAsBase64url as b } from '../../../src/jwt/base64url.ts';
import { readToken } from '../../../src/jwt/read-token.ts';

const header = b('{"alg":"HS256"}');
const payload = b('{"sub":"alice"}');

test('a whole token has no fault', () => {
  expect(readToken(`${header}.${payload}.c2ln`)).toMatchObject({
    kind: 'signed',
    header: { decoded: '{"alg":"HS256"}', fault: null },
    payload: { decoded: '{"sub":"alice"}', fault: null },
    signature: 'c2ln',
  });
});

test.each([
  ['nothing', '', 'empty', null, null],
  ['half a header', header.slice(0, 9), 'unfinished', 'cut-off', 'missing'],
  ['a header alone', header, 'unfinished', null, 'missing'],
  ['a header and a dot', `${header}.`, 'unfinished', null, 'empty'],
  ['half a payload', `${header}.${payload.slice(0, 9)}`, 'unfinished', null, 'cut-off'],
  [
    'a payload that ends too early',
    `${header}.${payload.slice(0, 9)}.c2ln`,
    'signed',
    null,
    'not-json',
  ],
  ['a foreign letter', `${header}.e!J9.c2ln`, 'signed', null, 'not-base64url'],
  ['padding', `${header}.${btoa('{"a":"bc"}')}.c2ln`, 'signed', null, 'not-base64url'],
  ['octets that are no text', `${header}._w.c2ln`, 'signed', null, 'not-utf-8'],
  ['an encrypted one', `${header}.a.b.c.d`, 'encrypted', null, null],
  ['too many dots', `${header}.${payload}.a.b`, 'too-many-parts', null, null],
])('%s', (_what, token, kind, headerFault, payloadFault) => {
  const reading = readToken(token);
  expect([reading.kind, reading.header.fault, reading.payload.fault]).toEqual([
    kind,
    headerFault,
    payloadFault,
  ]);
});

test('of half a part the beginning is read, padded or in the other alphabet as well', () => {
  expect(readToken(`${header}.${payload.slice(0, 9)}`).payload.decoded).toBe('{"sub"');
  expect(readToken(`${header}.${btoa('{"a":"?>?"}')}.x`).payload.decoded).toBe('{"a":"?>?"}');
});

test('never throws, whatever the text', () => {
  const part = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json().map(b));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      readToken(parts.join('.'));
    }),
  );
}, 60_000);
