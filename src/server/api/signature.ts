import { encodeBase64url } from '../../jwt/base64url.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { signText } from '../../jwt/sign.ts';
import { verifyJwt, type VerifiedJwt } from '../../jwt/verify.ts';
import type { AccessTokenAlgorithm } from '../shop/settings.ts';
import { publicHalf, type KeyMembers, type SigningKey } from './signing-key.ts';

/** `false` where the page has no WebCrypto, as on an insecure origin: there nothing is signed. */
export function canSign(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

/** A fresh key as JWK: a random secret of 256 bits for HMAC, else a pair (RFC 7518 §3). */
export async function newKeyMembers(
  algorithm: AccessTokenAlgorithm,
  randomBytes: (count: number) => Uint8Array,
): Promise<KeyMembers> {
  if (algorithm === 'HS256') return { kty: 'oct', k: encodeBase64url(randomBytes(32)) };
  const [{ generateKeyPair }, { exportJWK }] = await Promise.all([
    import('jose/key/generate/keypair'),
    import('jose/key/export'),
  ]);
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)) };
}

/** A JWT with these claims, with this header beside `alg` and `kid`; `null` where it cannot be signed. */
export async function signedBy(
  { jwk, kid, algorithm }: SigningKey,
  header: Readonly<Record<string, string>>,
  claims: ClaimsSet,
): Promise<string | null> {
  const wholeHeader = JSON.stringify({ alg: algorithm, kid, ...header });
  const signed = await signText(wholeHeader, JSON.stringify(claims), { algorithm, key: jwk });
  return signed.ok ? signed.token : null;
}

/** Whether this very key has signed the token, with the one algorithm that is the key's own. */
export function verifiedBy(
  token: string,
  { jwk, kid, algorithm }: SigningKey,
): Promise<VerifiedJwt> {
  // Of a pair the public half is enough; a shared secret is the same on both sides.
  const half = algorithm === 'HS256' ? jwk : publicHalf(jwk);
  return verifyJwt(token, { algorithms: [algorithm], keys: { ...half, kid } });
}
