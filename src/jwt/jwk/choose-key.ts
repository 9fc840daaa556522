import type { Algorithm } from '../algorithm.ts';
import type { JoseHeader } from '../jose-header.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';
import { keyMismatch, type KeyMismatch } from './check-key.ts';
import type { Jwk, JwkSet } from './jwk.ts';

export interface KeyConsidered {
  readonly kid: string;
  readonly reason: 'chosen' | 'kid-differs' | KeyMismatch;
}

export type KeyChoice = { readonly considered: readonly KeyConsidered[] } & (
  | { readonly ok: true; readonly key: Jwk }
  | JwtRefusal<'no-key' | 'key-not-found' | 'key-ambiguous' | 'key-set-mixed' | KeyMismatch>
);

/**
 * The verifier's key for a token (RFC 7515 §6). What the header says only narrows the choice among keys that
 * the verifier has already; a key in the header is never one of them.
 */
export function chooseKey(
  keys: Jwk | JwkSet | undefined,
  header: JoseHeader,
  algorithm: Algorithm,
): KeyChoice {
  if (keys === undefined) return { ...refusal('no-key', 'RFC7515', '5.2'), considered: [] };
  if (isJwkSet(keys)) return fromSet(keys, header, algorithm);
  const mismatch = keyMismatch(keys, algorithm, 'verify');
  const considered = [{ kid: kidOf(keys), reason: mismatch?.code ?? 'chosen' } as const];
  return mismatch === null ? { ok: true, key: keys, considered } : { ...mismatch, considered };
}

function isJwkSet(keys: Jwk | JwkSet): keys is JwkSet {
  return Array.isArray(keys['keys']);
}

function fromSet({ keys }: JwkSet, { kid }: JoseHeader, algorithm: Algorithm): KeyChoice {
  const considered = keys.map((key): KeyConsidered => ({
    kid: kidOf(key),
    reason:
      kid !== undefined && key.kid !== kid
        ? 'kid-differs'
        : (keyMismatch(key, algorithm, 'verify')?.code ?? 'chosen'),
  }));
  const secrets = keys.filter(({ kty }) => kty === 'oct').length;
  // Secrets and public keys in one set: the set is either not secret, or not public.
  if (secrets > 0 && secrets < keys.length)
    return { ...refusal('key-set-mixed', 'RFC8725', '3.1'), considered };
  const [key, another] = keys.filter((_, index) => considered[index]?.reason === 'chosen');
  if (key === undefined) return { ...refusal('key-not-found', 'RFC7515', '6'), considered };
  if (another !== undefined) return { ...refusal('key-ambiguous', 'RFC7517', '4.5'), considered };
  return { ok: true, key, considered };
}

function kidOf({ kid }: Jwk): string {
  return typeof kid === 'string' ? kid : '';
}
