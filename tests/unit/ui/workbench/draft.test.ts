import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTextAsBase64url as b } from '../../../../src/jwt/base64url.ts';
import { decodeJwt } from '../../../../src/jwt/decode.ts';
import {
  draftAsJson,
  draftOfText,
  emptyDraft,
  withAlgorithm,
  withPart,
} from '../../../../src/ui/workbench/draft.ts';

const token = `${b('{"alg":"HS256","typ":"JWT"}')}.${b('{"sub":"alice"}')}.c2ln`;

test('the token is found in what is pasted, and laid out', () => {
  const draft = draftOfText(`Authorization: Bearer ${token}`);
  expect(draft.token).toBe(token);
  expect(draft.payload).toBe('{\n  "sub": "alice"\n}');
});

test('an edited claim is in the token, without the white space of the field; the signature stays', () => {
  const draft = withPart(draftOfText(token), 'payload', '{\n  "sub": "bob"\n}');
  expect(draft.token).toBe(`${token.split('.')[0]!}.${b('{"sub":"bob"}')}.c2ln`);
  expect(draft.text).toBe(draft.token);
});

test('what is no JSON yet stands in the token as it is', () => {
  const draft = withPart(draftOfText(token), 'payload', '{"sub":');
  expect(draft.reading.payload).toMatchObject({ decoded: '{"sub":', fault: 'not-json' });
  expect(draft.payload).toBe('{"sub":');
});

test('from nothing a token can be written', () => {
  const draft = withPart(withPart(emptyDraft, 'header', '{"alg":"HS256"}'), 'payload', '{"a":1}');
  expect(decodeJwt(draft.token)).toMatchObject({ ok: true, claims: { a: 1 } });
});

test('another algorithm goes into the header, and nothing else changes', () => {
  expect(decodeJwt(withAlgorithm(draftOfText(token), 'ES256').token)).toMatchObject({
    header: { alg: 'ES256', typ: 'JWT' },
    claims: { sub: 'alice' },
  });
  expect(withAlgorithm(draftOfText('eyJ.x.y'), 'ES256').token).toBe('eyJ.x.y');
});

test('as JSON, letter for letter', () => {
  const draft = draftOfText(`${b('{"alg":"HS256"}')}.${b('{"n":12345678901234567890}')}.c2ln`);
  expect(draftAsJson(draft)).toContain('"n": 12345678901234567890');
  expect(JSON.parse(draftAsJson(draftOfText('eyJ.x.y')))).toEqual({
    header: null,
    payload: null,
    signature: 'y',
  });
});

test('any text can be on the bench, and any part can be edited', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (text, part) => {
      const draft = withPart(draftOfText(text), 'payload', part);
      expect(draft.payload).toBe(part);
      expect(draft.reading.payload.fault === 'not-base64url').toBe(false);
    }),
  );
});
