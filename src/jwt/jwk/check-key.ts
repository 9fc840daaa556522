import { sameAlgorithm, traitsOf, type Algorithm } from '../algorithm.ts';
import { decodeBase64url } from '../base64url.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';
import type { Jwk } from './jwk.ts';
import { rsaWeakness, type RsaWeakness } from './rsa-strength.ts';

export type KeyMismatch =
  | 'key-type-differs'
  | 'key-curve-differs'
  | 'key-algorithm-differs'
  | 'key-use-differs'
  | 'key-operation-differs';

export type KeyWeakness = 'secret-too-short' | 'key-unreadable' | RsaWeakness;

/** Whether a key says of itself that it is for this algorithm and this operation (RFC 7517 §4). */
export function keyMismatch(
  key: Jwk,
  algorithm: Algorithm,
  operation: 'sign' | 'verify',
): JwtRefusal<KeyMismatch> | null {
  const { kty, crv } = traitsOf(algorithm);
  if (key.kty !== kty) return refusal('key-type-differs', 'RFC7518', '6.1');
  if (crv !== undefined && key.crv !== crv) return refusal('key-curve-differs', 'RFC7518', '3.4');
  if (key.alg !== undefined && !(typeof key.alg === 'string' && sameAlgorithm(key.alg, algorithm)))
    return refusal('key-algorithm-differs', 'RFC8725', '3.1');
  if (key.use !== undefined && key.use !== 'sig')
    return refusal('key-use-differs', 'RFC7517', '4.2');
  return mayDo(key, operation) ? null : refusal('key-operation-differs', 'RFC7517', '4.3');
}

/** A private key verifies too, by its public half. */
function mayDo({ key_ops: operations }: Jwk, operation: 'sign' | 'verify'): boolean {
  if (operations === undefined) return true;
  if (!Array.isArray(operations)) return false;
  return operations.includes(operation) || (operation === 'verify' && operations.includes('sign'));
}

const weaknesses = new WeakMap<Jwk, Map<Algorithm, JwtRefusal<KeyWeakness> | null>>();

/** Why a key that fits is too weak to prove anything. Remembered, as keys do not change. */
export function keyWeakness(key: Jwk, algorithm: Algorithm): JwtRefusal<KeyWeakness> | null {
  const known = weaknesses.get(key) ?? new Map<Algorithm, JwtRefusal<KeyWeakness> | null>();
  weaknesses.set(key, known);
  const found = known.get(algorithm) ?? weaknessOf(key, algorithm);
  known.set(algorithm, found);
  return found;
}

function weaknessOf(key: Jwk, algorithm: Algorithm): JwtRefusal<KeyWeakness> | null {
  const { kty, hashOctets } = traitsOf(algorithm);
  if (kty === 'oct') {
    const secret = octets(key['k']);
    if (secret === null) return refusal('key-unreadable', 'RFC7518', '6.4.1');
    return secret.length < hashOctets ? refusal('secret-too-short', 'RFC7518', '3.2') : null;
  }
  if (kty !== 'RSA') return null;
  const [n, e] = [octets(key['n']), octets(key['e'])];
  if (n === null || e === null) return refusal('key-unreadable', 'RFC7518', '6.3.1');
  const weakness = rsaWeakness(n, e);
  return weakness === null ? null : refusal(weakness, 'RFC7518', '3.3');
}

export function octets(member: unknown): Uint8Array<ArrayBuffer> | null {
  return typeof member === 'string' ? decodeBase64url(member) : null;
}
