import type { Rule } from '../../http/rule.ts';
import type { JoseHeader } from '../../jwt/jose-header.ts';
import type { Turn } from '../shop/turn.ts';

/** Whether the token says to be of the kind that is wanted here (RFC 8725 §3.11); `null`: any. */
export function hasType(turn: Turn, { typ = '' }: JoseHeader, wanted: string | null): boolean {
  // #marker: check-type
  if (wanted === null || String(typ).toLowerCase() === wanted) return true;
  const rule: Rule = { document: 'RFC8725', section: '3.11' };
  turn.trace.refused('token-type-refused', 'server/tokens/token-type.ts#check-type', rule, {
    typ: String(typ),
  });
  return false;
}
