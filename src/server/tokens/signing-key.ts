import { keyWeakness } from '../../jwt/jwk/check-key.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import type { TokenAlgorithm } from '../shop/settings.ts';

/** A key of the shop's own key set. One key, one algorithm (RFC 8725 §3.1). */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: TokenAlgorithm;
  /** Private members and all (RFC 7517 §4). */
  readonly jwk: Jwk;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** From this moment on it signs nothing more; milliseconds, `null` while it does. */
  readonly replacedAt: number | null;
  /** `exp` of the longest-lived token that it has signed, seconds; 0: none yet. */
  readonly longestExp: number;
}

/** One secret for both sides: whoever can verify can sign too. */
export function isShared(algorithm: TokenAlgorithm): boolean {
  return algorithm.startsWith('HS');
}

/** A replaced key goes when the last token that it signed has expired. */
export function isRetired({ replacedAt, longestExp }: SigningKey, now: number): boolean {
  return replacedAt !== null && now >= longestExp * 1000;
}

/** A secret shorter than its hash, as only a careless shop has one. */
export function isWeak({ jwk, algorithm }: Pick<SigningKey, 'jwk' | 'algorithm'>): boolean {
  return keyWeakness(jwk, algorithm)?.code === 'secret-too-short';
}

/** The key that signs now with that algorithm: the youngest not yet replaced, as weak as wanted. */
export function currentKey(
  keys: Iterable<SigningKey>,
  algorithm: TokenAlgorithm,
  { weakSecret }: { readonly weakSecret: boolean },
): SigningKey | undefined {
  const weak = weakSecret && isShared(algorithm);
  return [...keys].findLast(
    (key) => key.algorithm === algorithm && key.replacedAt === null && isWeak(key) === weak,
  );
}

/** What everybody may know of the keys (RFC 7517 §5): public members of those not yet retired; no secret of HMAC. */
export function publicKeys(keys: Iterable<SigningKey>, now: number): readonly Jwk[] {
  return [...keys].filter((key) => !isShared(key.algorithm) && !isRetired(key, now)).map(publicKey);
}

/** The key as a key set shows it. */
export function publicKey({ jwk, kid, algorithm }: SigningKey): Jwk {
  return { ...publicHalf(jwk), kid, use: 'sig', alg: algorithm };
}

const halves = new WeakMap<Jwk, Jwk>();

/** The public key of a pair: nothing of it can sign. Always the same record, so that it is made ready once. */
export function publicHalf(jwk: Jwk): Jwk {
  const known = halves.get(jwk);
  if (known !== undefined) return known;
  const members = Object.entries(jwk).filter(([member]) => publicMembers.has(member));
  const half = Object.fromEntries(members);
  halves.set(jwk, half);
  return half;
}

/** Of RSA, elliptic curve and octet key pair keys (RFC 7518 §6.2.1, §6.3.1; RFC 8037 §2). */
const publicMembers: ReadonlySet<string> = new Set(['kty', 'crv', 'x', 'y', 'n', 'e']);
