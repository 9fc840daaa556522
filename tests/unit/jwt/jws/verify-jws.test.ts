import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64url, encodeTextAsBase64url } from '../../../../src/jwt/base64url.ts';
import { explainVerification } from '../../../../src/jwt/explain/explain-verification.ts';
import { secretFromText } from '../../../../src/jwt/jwk/secret-key.ts';
import { signOctets } from '../../../../src/jwt/jws/signature.ts';
import { verifyJws } from '../../../../src/jwt/jws/verify-jws.ts';
import { verifyJwt } from '../../../../src/jwt/verify.ts';

const key = secretFromText('a secret of at least thirty-two octets');
const options = { algorithms: ['HS256'], keys: key } as const;

async function signed(header: string, payloadAsSigned: string): Promise<string> {
  const input = `${encodeTextAsBase64url(header)}.${payloadAsSigned}`;
  const made = await signOctets('HS256', key, new TextEncoder().encode(input));
  if (!made.ok) throw new Error(made.code);
  return `${input}.${encodeBase64url(made.signature)}`;
}

test('any octets: what was signed holds, here or elsewhere, and nothing else does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.uint8Array({ minLength: 1 }), async (octets, others) => {
      const payload = encodeBase64url(octets);
      const token = await signed('{"alg":"HS256"}', payload);
      expect(await verifyJws(token, options)).toMatchObject({ ok: true, payload: octets });
      const detached = token.replace(`.${payload}.`, '..');
      const verify = (detachedPayload: Uint8Array) =>
        verifyJws(detached, { ...options, detachedPayload });
      expect((await verify(octets)).ok).toBe(true);
      expect((await verify(Uint8Array.from([...octets, ...others]))).ok).toBe(false);
    }),
    { numRuns: 40 },
  );
});

const unencoded = '{"alg":"HS256","b64":false,"crit":["b64"]}';

test('an unencoded payload holds as a JWS, and is refused as a JWT', async () => {
  const token = await signed(unencoded, '{"sub":"alice"}');
  expect(await verifyJws(token, options)).toMatchObject({ ok: true });
  const rule = { document: 'RFC7797', section: '7' };
  expect(await verifyJwt(token, options)).toMatchObject({
    ok: false,
    code: 'payload-unencoded',
    rule,
  });
  const { accepted, steps } = await explainVerification(token, { ...options, now: 0 });
  expect(accepted).toBe(false);
  expect(steps).toContainEqual(expect.objectContaining({ id: 'crit', verdict: 'failed', rule }));
});

test.each([
  ['two parts', 'a.b', 'wrong-number-of-parts'],
  ['no JSON', `${encodeTextAsBase64url('x')}..`, 'not-json'],
  ['no algorithm', `${encodeTextAsBase64url('{}')}..`, 'algorithm-missing'],
  [
    'a parameter twice',
    `${encodeTextAsBase64url('{"alg":"none","alg":"HS256"}')}..`,
    'duplicate-members',
  ],
  ['padding', `${encodeTextAsBase64url('{"alg":"HS256"}')}.YQ==.`, 'not-base64url'],
  ['no signature', `${encodeTextAsBase64url('{"alg":"HS256"}')}..`, 'signature-missing'],
  ['none', `${encodeTextAsBase64url('{"alg":"none"}')}..`, 'algorithm-not-allowed'],
])('refuses %s', async (_what, token, code) => {
  expect(await verifyJws(token, options)).toMatchObject({ ok: false, code });
});

test.each([
  ['{"alg":"HS256","crit":[]}', 'critical-malformed'],
  ['{"alg":"HS256","crit":"b64"}', 'critical-malformed'],
  ['{"alg":"HS256","crit":["b64"]}', 'critical-malformed'],
  ['{"alg":"HS256","crit":["b64","b64"],"b64":true}', 'critical-malformed'],
  ['{"alg":"HS256","crit":["exp"],"exp":1}', 'critical-not-understood'],
  ['{"alg":"HS256","crit":["b64"],"b64":0}', 'b64-malformed'],
  ['{"alg":"HS256","b64":false}', 'b64-malformed'],
])('refuses %s, rightly signed', async (header, code) => {
  expect(await verifyJws(await signed(header, 'YQ'), options)).toMatchObject({ ok: false, code });
});
