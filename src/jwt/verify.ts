import type { Rule } from '../http/rule.ts';
import { isAlgorithm, type Algorithm } from './algorithm.ts';
import { decodeJwt, type DecodedJwt, type MalformedJwt } from './decode.ts';
import { keyFromSecret, type KeyRefusal } from './key.ts';

export interface VerifyOptions {
  /** The verifier's own list: the token has no say in it (RFC 8725 §3.1). */
  readonly algorithms: readonly Algorithm[];
  /** Shared secret, as text. */
  readonly secret: string;
}

export interface UnverifiedJwt {
  readonly ok: false;
  readonly code: 'algorithm-not-allowed' | 'critical-not-understood' | 'signature-wrong';
  readonly rule: Rule;
}

export type VerifiedJwt = DecodedJwt | MalformedJwt | UnverifiedJwt | KeyRefusal;

/**
 * Whether the holder of the key has written this token, letter for letter. Says nothing about whether its
 * claims hold: that is `validateClaims`. Never throws.
 */
export async function verifyJwt(
  token: string,
  { algorithms, secret }: VerifyOptions,
): Promise<VerifiedJwt> {
  const decoded = decodeJwt(token);
  if (!decoded.ok) return decoded;
  const { alg, crit } = decoded.header;
  if (!isAlgorithm(alg) || !algorithms.includes(alg))
    return unverified('algorithm-not-allowed', { document: 'RFC8725', section: '3.1' });
  if (crit !== undefined)
    return unverified('critical-not-understood', { document: 'RFC7515', section: '4.1.11' });
  const usable = keyFromSecret(secret);
  if (!usable.ok) return usable;
  const matches = await signatureMatches(token, usable.key, alg);
  return matches ? decoded : unverified('signature-wrong', { document: 'RFC7515', section: '5.2' });
}

async function signatureMatches(
  token: string,
  key: Uint8Array,
  algorithm: Algorithm,
): Promise<boolean> {
  const { compactVerify } = await import('jose/jws/compact/verify');
  try {
    await compactVerify(token, key, { algorithms: [algorithm] });
    return true;
  } catch {
    return false;
  }
}

function unverified(code: UnverifiedJwt['code'], rule: Rule): UnverifiedJwt {
  return { ok: false, code, rule };
}
