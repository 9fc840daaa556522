import { encodeTextAsBase64url } from '../base64url.ts';
import type { Jwk } from './jwk.ts';

/** A shared secret, written as text, as a key (RFC 7518 §6.4). */
export function secretFromText(secret: string): Jwk {
  return { kty: 'oct', k: encodeTextAsBase64url(secret) };
}
