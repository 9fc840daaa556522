import { createHmac, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { forgeUnsecuredToken } from '../../../../src/jwt/careless/forge-unsecured-token.ts';
import {
  verifyCarelessly,
  type Carelessness,
} from '../../../../src/jwt/careless/verify-carelessly.ts';
import { explainVerification } from '../../../../src/jwt/explain/explain-verification.ts';
import type { Jwk } from '../../../../src/jwt/jwk/jwk.ts';
import { secretFromText } from '../../../../src/jwt/jwk/secret-key.ts';
import { signText } from '../../../../src/jwt/sign.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string;
const rsa = { algorithms: ['RS256'], keys: publicKey.export({ format: 'jwk' }) as Jwk } as const;
const key = secretFromText('a secret of at least thirty-two octets');
const hs = { algorithms: ['HS256'], keys: key } as const;
const weak = { algorithms: ['HS256'], keys: secretFromText('secret') } as const;
const b = (text: string) => Buffer.from(text).toString('base64url');

async function signed(payload: string, secret = key, header = '{"alg":"HS256"}'): Promise<string> {
  const made = await signText(header, payload, { algorithm: 'HS256', key: secret });
  if (!made.ok) throw new Error(made.code);
  return made.token;
}

function signedWeakly(): string {
  const input = `${b('{"alg":"HS256"}')}.${b('{}')}`;
  return `${input}.${createHmac('sha256', 'secret').update(input).digest('base64url')}`;
}

const embedded = secretFromText('the attacker has a long secret of his own');

test.each<[string, () => Promise<string>, typeof hs | typeof rsa, Carelessness, string]>([
  ['none', async () => forgeUnsecuredToken({}), hs, { acceptNone: true }, 'careless-none-accepted'],
  [
    'nOnE',
    async () => forgeUnsecuredToken({}, 'nOnE'),
    hs,
    { acceptNone: true },
    'careless-none-accepted',
  ],
  [
    'a public key as secret',
    () => signed('{}', secretFromText(pem)),
    rsa,
    { trustHeaderAlgorithm: { publicKeyPem: pem } },
    'careless-header-algorithm-trusted',
  ],
  [
    'a key in the header',
    () => signed('{}', embedded, JSON.stringify({ alg: 'HS256', jwk: embedded })),
    hs,
    { useEmbeddedKey: true },
    'careless-embedded-key-used',
  ],
  [
    'a weak secret',
    async () => signedWeakly(),
    weak,
    { acceptWeakSecret: true },
    'careless-weak-secret-taken',
  ],
  [
    'an expired token',
    () => signed('{"exp":1}'),
    hs,
    { skipExpiry: true },
    'careless-expiry-skipped',
  ],
  [
    'a token for others',
    () => signed('{"aud":"x"}'),
    hs,
    { skipAudience: true },
    'careless-audience-skipped',
  ],
])('%s: taken carelessly alone, and it says how', async (_what, make, options, careless, code) => {
  const token = await make();
  const all = { ...options, now: 1000 };
  const verified = await verifyCarelessly(token, all, careless);
  expect(verified.accepted).toBe(true);
  expect(verified.steps).toContainEqual(expect.objectContaining({ verdict: 'warned', code }));
  expect((await verifyCarelessly(token, all, {})).accepted).toBe(false);
  expect((await explainVerification(token, all)).accepted).toBe(false);
});

test('even so, another secret does not sign', async () => {
  const other = await signed('{}', embedded);
  const careless = { trustHeaderAlgorithm: { publicKeyPem: pem } };
  expect((await verifyCarelessly(other, { ...rsa, now: 0 }, careless)).accepted).toBe(false);
});
