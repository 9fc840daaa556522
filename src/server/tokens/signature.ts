import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { makeKey } from '../../jwt/jwk/make-key.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { signText } from '../../jwt/sign.ts';
import { verifyJwt, type VerifiedJwt } from '../../jwt/verify.ts';
import type { TokenAlgorithm } from '../shop/settings.ts';
import { isShared, isWeak, publicHalf, type SigningKey } from './signing-key.ts';

/** Pairs need WebCrypto, which a page on an insecure origin has not. */
export function canSign(algorithm: TokenAlgorithm): boolean {
  return isShared(algorithm) || (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

export interface NewKey {
  readonly algorithm: TokenAlgorithm;
  readonly randomBytes: (count: number) => Uint8Array;
  /** For HMAC a guessable word in place of random octets. */
  readonly weakSecret: boolean;
}

/** A fresh key as JWK: a random secret as long as the hash for HMAC, else a pair (RFC 7518 §3). */
export async function newKeyMembers(wanted: NewKey): Promise<Jwk> {
  const { algorithm, randomBytes } = wanted;
  if (wanted.weakSecret && isShared(algorithm))
    return (await import('./careless/weak-secret.ts')).weakSecretKey();
  return makeKey(algorithm, randomBytes);
}

/** A JWT with these claims, with this header beside `alg` and `kid`; `null` where it cannot be signed. */
export async function signedBy(
  key: SigningKey,
  header: Readonly<Record<string, string>>,
  claims: ClaimsSet,
): Promise<string | null> {
  const { jwk, kid, algorithm } = key;
  const wholeHeader = JSON.stringify({ alg: algorithm, kid, ...header });
  const sign = isWeak(key)
    ? (await import('../../jwt/careless/sign-with-weak-secret.ts')).signWithWeakSecret
    : signText;
  const signed = await sign(wholeHeader, JSON.stringify(claims), { algorithm, key: jwk });
  return signed.ok ? signed.token : null;
}

/** Whether this very key has signed the token, with the one algorithm that is the key's own. */
export function verifiedBy(token: string, key: SigningKey): Promise<VerifiedJwt> {
  return verifyJwt(token, { algorithms: [key.algorithm], keys: verifyingHalf(key) });
}

/** Of a pair the public half is enough; a shared secret is the same on both sides. */
export function verifyingHalf({ jwk, algorithm }: SigningKey): Jwk {
  return isShared(algorithm) ? jwk : publicHalf(jwk);
}
