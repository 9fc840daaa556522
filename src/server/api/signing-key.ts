import type { AccessTokenAlgorithm } from '../shop/settings.ts';

/** A JSON Web Key, private members and all (RFC 7517 §4). */
export type KeyMembers = Readonly<Record<string, unknown>>;

/** A key of the API's own key set. One key, one algorithm (RFC 8725 §3.1). */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: AccessTokenAlgorithm;
  readonly jwk: KeyMembers;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** From this moment on it signs nothing more; milliseconds, `null` while it does. */
  readonly replacedAt: number | null;
  /** `exp` of the longest-lived token that it has signed, seconds; 0: none yet. */
  readonly longestExp: number;
}

/** A replaced key goes when the last token that it signed has expired. */
export function isRetired({ replacedAt, longestExp }: SigningKey, now: number): boolean {
  return replacedAt !== null && now >= longestExp * 1000;
}

/** The key that signs now with that algorithm: the youngest not yet replaced. */
export function currentKey(
  keys: Iterable<SigningKey>,
  algorithm: AccessTokenAlgorithm,
): SigningKey | undefined {
  return [...keys].findLast((key) => key.algorithm === algorithm && key.replacedAt === null);
}

/** What everybody may know of the keys (RFC 7517 §5): public members of those not yet retired; no secret of HMAC. */
export function publicKeys(keys: Iterable<SigningKey>, now: number): readonly KeyMembers[] {
  return [...keys]
    .filter((key) => key.algorithm !== 'HS256' && !isRetired(key, now))
    .map(({ jwk, kid, algorithm }) => ({ ...publicHalf(jwk), kid, use: 'sig', alg: algorithm }));
}

/** The public key of a pair: nothing of it can sign. */
export function publicHalf(jwk: KeyMembers): KeyMembers {
  return Object.fromEntries(Object.entries(jwk).filter(([member]) => publicMembers.has(member)));
}

/** Of RSA, elliptic curve and octet key pair keys (RFC 7518 §6.2.1, §6.3.1; RFC 8037 §2). */
const publicMembers: ReadonlySet<string> = new Set(['kty', 'crv', 'x', 'y', 'n', 'e']);
