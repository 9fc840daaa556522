import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { signJwt } from '../../../src/jwt/sign.ts';
import { verifyJwt } from '../../../src/jwt/verify.ts';

const secret = 'a secret of thirty-two octets ...';
const options = { algorithms: ['HS256'], secret } as const;

async function signed(
  claims: Record<string, unknown> = { sub: 'alice' },
  key = secret,
): Promise<string> {
  const result = await signJwt(claims, { algorithm: 'HS256', secret: key });
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

test('takes a token that others have made', async () => {
  const known =
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c';
  expect(
    await verifyJwt(known, { algorithms: ['HS256'], secret: 'your-256-bit-secret' }),
  ).toMatchObject({ ok: true });
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
    const token = await signed({ sub: 'alice' }, 'another secret');
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

  test('an empty key', async () => {
    expect(await verifyJwt(await signed(), { algorithms: ['HS256'], secret: '' })).toMatchObject({
      code: 'key-unusable',
    });
  });

  test('to work where the page has no WebCrypto', async () => {
    const token = await signed();
    vi.stubGlobal('crypto', {});
    expect(await verifyJwt(token, options)).toMatchObject({ code: 'crypto-unavailable' });
    expect(await signJwt({}, { algorithm: 'HS256', secret })).toMatchObject({
      code: 'crypto-unavailable',
    });
  });
});
