import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { secretFromText } from '../../../src/jwt/jwk/secret-key.ts';
import { signJwt } from '../../../src/jwt/sign.ts';
import { verifyJwt } from '../../../src/jwt/verify.ts';

const secret = 'a secret of thirty-two octets ...';
const options = { algorithms: ['HS256'], keys: secretFromText(secret) } as const;

async function signed(
  claims: Record<string, unknown> = { sub: 'alice' },
  key = secret,
): Promise<string> {
  const result = await signJwt(claims, { algorithm: 'HS256', key: secretFromText(key) });
  if (!result.ok) throw new Error(result.code);
  return result.token;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was signed is verified, claims as they were', async () => {
  const claims = { sub: 'alice', cart: { 'salt-bread': 2 }, exp: 1 };
  expect(await verifyJwt(await signed(claims), options)).toMatchObject({
    ok: true,
    claims,
    header: { alg: 'HS256', typ: 'JWT' },
  });
});

test('one changed letter anywhere is noticed', async () => {
  const token = await signed();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(token.length - 1),
      fc.constantFrom(...'ABCxyz09-_.'),
      async (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect((await verifyJwt(changed, options)).ok).toBe(false);
      },
    ),
  );
});

describe('refuses', () => {
  const b = encodeTextAsBase64url;

  test('another key', async () => {
    const token = await signed({ sub: 'alice' }, 'another secret of thirty-two octets');
    expect(await verifyJwt(token, options)).toEqual({
      ok: false,
      code: 'signature-wrong',
      rule: { document: 'RFC7515', section: '5.2' },
    });
  });

  test.each(['none', 'None', 'RS256', 'hs256'])(
    'the algorithm %s, whatever the token says',
    async (alg) => {
      const token = `${b(JSON.stringify({ alg }))}.${b('{"sub":"alice"}')}.`;
      expect(await verifyJwt(token, options)).toMatchObject({
        code: 'algorithm-not-allowed',
        rule: { document: 'RFC8725', section: '3.1' },
      });
    },
  );

  test('a critical extension that it does not understand', async () => {
    const token = `${b('{"alg":"HS256","crit":["exp"]}')}.${b('{}')}.`;
    expect(await verifyJwt(token, options)).toMatchObject({ code: 'critical-not-understood' });
  });

  test('a secret that is too short', async () => {
    const keys = secretFromText('short');
    expect(await verifyJwt(await signed(), { algorithms: ['HS256'], keys })).toMatchObject({
      code: 'secret-too-short',
      rule: { document: 'RFC7518', section: '3.2' },
    });
  });

  test('nothing for want of WebCrypto: a library computes the HMAC', async () => {
    const token = await signed();
    vi.stubGlobal('crypto', {});
    expect(await verifyJwt(token, options)).toMatchObject({ ok: true });
    expect(await signed()).toBe(token);
  });
});
