import { encodeTextAsBase64url } from '../base64url.ts';
import type { ClaimsSet } from '../claims-set.ts';

/** A token that nobody has signed (RFC 7519 §6), for lessons: only a careless verifier takes it. */
export function forgeUnsecuredToken(claims: ClaimsSet, alg = 'none'): string {
  const header = JSON.stringify({ alg, typ: 'JWT' });
  return `${encodeTextAsBase64url(header)}.${encodeTextAsBase64url(JSON.stringify(claims))}.`;
}
