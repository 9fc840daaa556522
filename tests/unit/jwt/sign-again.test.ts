import { expect, test } from 'vitest';
import { algorithms } from '../../../src/jwt/algorithm.ts';
import { encodeTextAsBase64url as b } from '../../../src/jwt/base64url.ts';
import { explainVerification } from '../../../src/jwt/explain/explain-verification.ts';
import { makeKey, publicHalf } from '../../../src/jwt/jwk/make-key.ts';
import { secretFromText } from '../../../src/jwt/jwk/secret-key.ts';
import { signAgain } from '../../../src/jwt/sign-again.ts';

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const token = (header: string, payload = '{ "sub": "alice" }') => `${b(header)}.${b(payload)}.old`;

// An RSA key is looked for, and a busy machine looks long.
const patience = 60_000;

test.each(algorithms)(
  '%s: a changed token is signed letter for letter',
  async (algorithm) => {
    const key = await makeKey(algorithm, random);
    const changed = token(`{"alg":"${algorithm}" }`);
    const signed = await signAgain(changed, key);
    if (!signed.ok) throw new Error(signed.code);
    expect(signed.token.split('.').slice(0, 2)).toEqual(changed.split('.').slice(0, 2));
    const keys = publicHalf(key) ?? key;
    const found = await explainVerification(signed.token, { algorithms, keys, now: 0 });
    expect(found.signature.answer).toBe('yes');
  },
  patience,
);

test('the kid chooses the key of a set', async () => {
  const keys = [0, 1].map((n) => ({ ...secretFromText(`${n}`.repeat(40)), kid: `k${n}` }));
  const signed = await signAgain(token('{"alg":"HS256","kid":"k1"}'), { keys });
  if (!signed.ok) throw new Error(signed.code);
  const found = await explainVerification(signed.token, {
    algorithms,
    keys: keys[1],
    now: 0,
  });
  expect(found.signature.answer).toBe('yes');
});

const secret = secretFromText('x'.repeat(64));
const pair = await makeKey('ES256', random);

test.each([
  ['alg none', '{"alg":"none"}', secret, 'algorithm-does-not-sign'],
  ['no alg', '{}', secret, 'algorithm-missing'],
  ['no JSON', '{', secret, 'not-json'],
  ['no key', '{"alg":"HS256"}', undefined, 'no-key'],
  ['a public key', '{"alg":"ES256"}', publicHalf(pair) ?? {}, 'private-half-missing'],
  ['a key of another kind', '{"alg":"ES256"}', secret, 'key-type-differs'],
  ['a secret too short', '{"alg":"HS512"}', secretFromText('short'), 'secret-too-short'],
])('%s is told', async (_what, header, key, code) => {
  expect(await signAgain(token(header), key)).toMatchObject({ ok: false, code });
});
