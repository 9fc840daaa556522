import { createSign, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { algorithms, traitsOf, type Algorithm } from '../../../src/jwt/algorithm.ts';
import { encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { explainVerification } from '../../../src/jwt/explain/explain-verification.ts';
import type { Jwk } from '../../../src/jwt/jwk/jwk.ts';
import { secretFromText } from '../../../src/jwt/jwk/secret-key.ts';
import { signJwt, signText } from '../../../src/jwt/sign.ts';

const secret = 'a secret of sixty-four octets, as HS512 would have it, and a bit more';
const curves: Record<string, string> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = 1000;

function pairFor(algorithm: Algorithm) {
  if (traitsOf(algorithm).kty === 'RSA') return rsa;
  const namedCurve = curves[algorithm];
  return namedCurve === undefined
    ? generateKeyPairSync('ed25519')
    : generateKeyPairSync('ec', { namedCurve });
}

async function sign(algorithm: Algorithm, key: Jwk, claims = {}): Promise<string> {
  const signed = await signJwt(claims, { algorithm, key });
  if (!signed.ok) throw new Error(signed.code);
  return signed.token;
}

test.each(algorithms)('%s: what was signed is accepted, another key is not', async (algorithm) => {
  const isSecret = traitsOf(algorithm).kty === 'oct';
  const pair = pairFor(algorithm);
  const key = isSecret
    ? secretFromText(secret)
    : (pair.privateKey.export({ format: 'jwk' }) as Jwk);
  const keys = isSecret ? key : (pair.publicKey.export({ format: 'jwk' }) as Jwk);
  const token = await sign(algorithm, key, { sub: 'alice' });
  const options = { algorithms: [algorithm], keys, now };
  expect(await explainVerification(token, options)).toMatchObject({
    accepted: true,
    signature: { answer: 'yes', decidedBy: 'signature' },
  });
  const edited = `${token.split('.')[0]!}.${encodeTextAsBase64url('{"sub":"bob"}')}.${token.split('.')[2]!}`;
  expect(await explainVerification(edited, options)).toMatchObject({
    accepted: false,
    signature: { answer: 'no' },
    time: { answer: 'yes' },
  });
});

test.each(['HS256', 'HS512', 'RS256', 'PS384', 'ES256', 'ES384', 'ES512'] as const)(
  '%s: jsonwebtoken takes ours, and its own is taken',
  async (algorithm) => {
    const isSecret = traitsOf(algorithm).kty === 'oct';
    const { publicKey, privateKey } = pairFor(algorithm) as typeof rsa;
    const key = isSecret ? secretFromText(secret) : (privateKey.export({ format: 'jwk' }) as Jwk);
    const ours = await sign(algorithm, key, { sub: 'alice' });
    const check = isSecret ? secret : publicKey;
    expect(jsonwebtoken.verify(ours, check, { algorithms: [algorithm] })).toEqual({ sub: 'alice' });
    const theirs = jsonwebtoken.sign({ sub: 'alice' }, isSecret ? secret : privateKey, {
      algorithm,
    });
    const { accepted } = await explainVerification(theirs, {
      algorithms: [algorithm],
      keys: key,
      now: Date.now() / 1000,
    });
    expect(accepted).toBe(true);
  },
);

test('node:crypto takes our Ed25519', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const token = await sign('Ed25519', privateKey.export({ format: 'jwk' }) as Jwk);
  const [header, payload, signature] = token.split('.');
  const input = Buffer.from(`${header!}.${payload!}`);
  expect(verify(null, input, publicKey, Buffer.from(signature!, 'base64url'))).toBe(true);
});

const b = encodeTextAsBase64url;
const hs = secretFromText(secret);
const rsaPublic = rsa.publicKey.export({ format: 'jwk' }) as Jwk;

async function forged(header: string, payload = '{}', key = hs): Promise<string> {
  const signed = await signText(header, payload, { algorithm: 'HS256', key });
  if (!signed.ok) throw new Error(signed.code);
  return signed.token;
}

test.each<[string, () => Promise<string>, string, string]>([
  ['none', async () => `${b('{"alg":"none"}')}.${b('{}')}.`, 'algorithm', 'algorithm-not-allowed'],
  ['NoNe', async () => `${b('{"alg":"NoNe"}')}.${b('{}')}.`, 'algorithm', 'algorithm-not-allowed'],
  [
    'a stripped signature',
    async () => `${b('{"alg":"HS256"}')}.${b('{}')}.`,
    'signature',
    'signature-missing',
  ],
  ['padding', async () => `${await forged('{"alg":"HS256"}')}=`, 'base64url', 'not-base64url'],
  [
    'a duplicate claim',
    () => forged('{"alg":"HS256"}', '{"sub":"a","s\\u0075b":"b"}'),
    'json',
    'duplicate-members',
  ],
  [
    'a duplicate parameter',
    () => forged('{"alg":"none","alg":"HS256"}'),
    'json',
    'duplicate-members',
  ],
  [
    'an end in the far future',
    () => forged('{"alg":"HS256"}', '{"exp":1e300}'),
    'exp',
    'wrong-type',
  ],
  ['an infinite end', () => forged('{"alg":"HS256"}', '{"exp":1e999}'), 'exp', 'wrong-type'],
  [
    'an end in milliseconds',
    () => forged('{"alg":"HS256"}', '{"exp":1700000000000}'),
    'exp',
    'in-milliseconds',
  ],
  ['an end in words', () => forged('{"alg":"HS256"}', '{"exp":"2000"}'), 'exp', 'wrong-type'],
  ['crit', () => forged('{"alg":"HS256","crit":["x"],"x":1}'), 'crit', 'critical-not-understood'],
  [
    'b64=false',
    () => forged('{"alg":"HS256","crit":["b64"],"b64":false}'),
    'crit',
    'payload-unencoded',
  ],
  ['for another audience', () => forged('{"alg":"HS256"}', '{"aud":"x"}'), 'aud', 'not-checked'],
])('refuses %s', async (_what, make, id, code) => {
  const { accepted, steps } = await explainVerification(await make(), {
    algorithms: ['HS256'],
    keys: hs,
    now,
  });
  expect(accepted).toBe(false);
  expect(steps.find((step) => step.id === id)).toMatchObject({ code });
});

test('refuses a public key used as an HMAC secret', async () => {
  const pem = rsa.publicKey.export({ format: 'pem', type: 'spki' }) as string;
  const token = await forged('{"alg":"HS256"}', '{}', secretFromText(pem));
  const options = { algorithms: ['RS256', 'HS256'], keys: rsaPublic, now } as const;
  expect(await explainVerification(token, options)).toMatchObject({ accepted: false });
});

test('tells of a key in the header, and does not use it', async () => {
  const token = await forged(`{"alg":"HS256","jwk":${JSON.stringify(hs)}}`, '{}', hs);
  const keys = secretFromText(`another ${secret}`);
  const { accepted, steps } = await explainVerification(token, {
    algorithms: ['HS256'],
    keys,
    now,
  });
  expect(accepted).toBe(false);
  expect(steps.find(({ id }) => id === 'embedded-key')).toMatchObject({ verdict: 'warned' });
});

test('refuses ES256 signatures in DER, and of zeros alone', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const input = `${b('{"alg":"ES256"}')}.${b('{}')}`;
  const der = createSign('SHA256').update(input).sign(privateKey).toString('base64url');
  const options = {
    algorithms: ['ES256'],
    keys: publicKey.export({ format: 'jwk' }) as Jwk,
    now,
  } as const;
  for (const signature of [der, 'A'.repeat(86)])
    expect((await explainVerification(`${input}.${signature}`, options)).accepted).toBe(false);
});

test('keys of a set: chosen by kid; two of one kid, or secrets among public keys, are refused', async () => {
  const named = { ...hs, kid: 'a' };
  const token = await sign('HS256', named);
  const other = { ...secretFromText(`x${secret}`), kid: 'b' };
  const accepted = async (keys: readonly Jwk[]) =>
    (await explainVerification(token, { algorithms: ['HS256'], keys: { keys }, now })).accepted;
  expect(await accepted([other, named])).toBe(true);
  expect(await accepted([other])).toBe(false);
  expect(await accepted([named, { ...other, kid: 'a' }])).toBe(false);
  expect(await accepted([named, rsaPublic])).toBe(false);
});

test('never throws, and accepts no text at random', async () => {
  const text = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.array(fc.json({ maxDepth: 2 }).map(b), { maxLength: 5 }).map((all) => all.join('.')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (token) => {
      const { accepted } = await explainVerification(token, {
        algorithms: [...algorithms],
        keys: hs,
        now,
      });
      expect(accepted).toBe(false);
    }),
  );
});
