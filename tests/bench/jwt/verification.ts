import { generateKeyPair, exportJWK, jwtVerify, type CryptoKey } from 'jose';
import { encodeBase64url } from '../../../src/jwt/base64url.ts';
import { explainVerification } from '../../../src/jwt/explain/explain-verification.ts';
import type { Jwk } from '../../../src/jwt/jwk/jwk.ts';
import { signJwt } from '../../../src/jwt/sign.ts';
import { median } from '../median.ts';

const ROUNDS = 25;
const PER_ROUND = 200;

/** Microseconds of one verification, each the median of alternating rounds. */
export interface VerificationComparison {
  readonly algorithm: 'HS256' | 'ES256';
  readonly explained: number;
  readonly jose: number;
}

/** Verifies the same token with every step explained, and by jose's `jwtVerify`, in turns. */
export async function comparedVerification(
  algorithm: 'HS256' | 'ES256',
): Promise<VerificationComparison> {
  const now = Math.floor(Date.now() / 1000);
  const keys = algorithm === 'HS256' ? secret() : await pair();
  const claims = { sub: 'alice', iss: 'https://api.shop.example', aud: 'shop', iat: now };
  const signed = await signJwt({ ...claims, exp: now + 3600 }, { algorithm, key: keys.ours });
  if (!signed.ok) throw new Error(signed.code);
  const { token } = signed;
  const expected = { issuer: claims.iss, audience: claims.aud };
  const explain = async (): Promise<void> => {
    const options = { algorithms: [algorithm], keys: keys.ours, now, ...expected };
    const { accepted } = await explainVerification(token, options);
    if (!accepted) throw new Error('the token of the bench was refused');
  };
  const verify = () => jwtVerify(token, keys.joses, { algorithms: [algorithm], ...expected });
  const samples = { explained: [] as number[], jose: [] as number[] };
  for (let round = -2; round < ROUNDS; round += 1) {
    const pair = { explained: await microseconds(explain), jose: await microseconds(verify) };
    // The first rounds warm the compiler up.
    if (round < 0) continue;
    samples.explained.push(pair.explained);
    samples.jose.push(pair.jose);
  }
  return { algorithm, explained: median(samples.explained), jose: median(samples.jose) };
}

interface Keys {
  readonly ours: Jwk;
  readonly joses: Uint8Array | CryptoKey;
}

function secret(): Keys {
  const octets = crypto.getRandomValues(new Uint8Array(32));
  return { ours: { kty: 'oct', k: encodeBase64url(octets) }, joses: octets };
}

async function pair(): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { ours: { ...(await exportJWK(privateKey)) }, joses: publicKey };
}

async function microseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < PER_ROUND; i += 1) await run();
  return ((performance.now() - start) * 1000) / PER_ROUND;
}
