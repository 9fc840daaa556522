import type { Rule } from '../http/rule.ts';

/** What signing and verifying need. For HMAC both is one shared secret. */
export interface KeyRefusal {
  readonly ok: false;
  /** `crypto-unavailable`: the page has no WebCrypto, as on an insecure origin. */
  readonly code: 'crypto-unavailable' | 'key-unusable';
  readonly rule: Rule;
}

export type UsableKey = { readonly ok: true; readonly key: Uint8Array } | KeyRefusal;

/** The octets of a shared secret (RFC 7518 §3.2). */
export function keyFromSecret(secret: string): UsableKey {
  if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) {
    return { ok: false, code: 'crypto-unavailable', rule: { document: 'Shop' } };
  }
  if (secret === '')
    return { ok: false, code: 'key-unusable', rule: { document: 'RFC8725', section: '3.5' } };
  return { ok: true, key: new TextEncoder().encode(secret) };
}
