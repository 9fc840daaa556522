import type { JoseHeader } from '../jose-header.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';

type CriticalFault = 'critical-malformed' | 'critical-not-understood' | 'b64-malformed';

/** Why a JWS with this header must not be taken: it wants an extension other than `b64` (RFC 7515 §4.1.11). */
export function criticalFault({ crit, ...header }: JoseHeader): JwtRefusal<CriticalFault> | null {
  const { b64 } = header;
  if (b64 !== undefined && typeof b64 !== 'boolean')
    return refusal('b64-malformed', 'RFC7797', '3');
  const names: readonly unknown[] | null =
    crit === undefined ? [] : Array.isArray(crit) && crit.length > 0 ? crit : null;
  if (names === null || new Set(names).size < names.length)
    return refusal('critical-malformed', 'RFC7515', '4.1.11');
  if (names.some((name) => name !== 'b64'))
    return refusal('critical-not-understood', 'RFC7515', '4.1.11');
  if (names.includes('b64') && b64 === undefined)
    return refusal('critical-malformed', 'RFC7515', '4.1.11');
  // Who does not know `b64` would read another payload: so it must be marked as critical.
  return b64 === false && !names.includes('b64') ? refusal('b64-malformed', 'RFC7797', '6') : null;
}
