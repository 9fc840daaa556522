import { decodeBase64url } from '../../jwt/base64url.ts';
import type { Jwk, JwkSet } from '../../jwt/jwk/jwk.ts';
import * as m from '../../messages/compiled/messages.js';

/** The key, where there is one alone; `null` for a set. */
export function onlyKey(keys: Jwk | JwkSet): Jwk | null {
  return Array.isArray(keys['keys']) ? null : (keys as Jwk);
}

/** What sort of key this is, and what it can do. */
export function keyDescription(keys: Jwk | JwkSet): string {
  const key = onlyKey(keys);
  if (key === null) return m.workbench_key_is_set({ count: (keys as JwkSet).keys.length });
  if (key.kty === 'oct') return m.workbench_key_is_secret({ octets: octetsIn(key['k']) });
  const type = kind(key);
  return typeof key['d'] === 'string'
    ? m.workbench_key_is_private({ type })
    : m.workbench_key_is_public({ type });
}

function kind({ kty, crv, n }: Jwk): string {
  if (kty === 'RSA') return `RSA ${octetsIn(n) * 8}`;
  return typeof crv === 'string' ? crv : String(kty);
}

function octetsIn(member: unknown): number {
  return typeof member === 'string' ? (decodeBase64url(member)?.length ?? 0) : 0;
}
