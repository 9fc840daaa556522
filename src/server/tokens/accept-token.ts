import type { Rule } from '../../http/rule.ts';
import { isAlgorithm } from '../../jwt/algorithm.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { decodeJwt } from '../../jwt/decode.ts';
import type { JoseHeader } from '../../jwt/jose-header.ts';
import { validateClaims, type ValidatedClaim } from '../../jwt/validate.ts';
import { isCareless, tokenAlgorithm } from '../shop/settings.ts';
import type { Turn } from '../shop/turn.ts';
import { isRevoked } from './revocation.ts';
import { verifiedBy } from './signature.ts';
import { isRetired, type SigningKey } from './signing-key.ts';
import { hasType } from './token-type.ts';

/** What must hold of a token in the one place that takes it. */
export interface TokenPlace {
  readonly issuer: string;
  readonly audience: string;
  readonly required: readonly ValidatedClaim[];
  /** What kind of token it must say to be (RFC 8725 §3.11); `null`: not asked. */
  readonly typ: string | null;
}

/** The claims of a token that passed every test, one after the other. */
export async function acceptToken(
  turn: Turn,
  token: string,
  place: TokenPlace,
): Promise<ClaimsSet | null> {
  if (isCareless(turn.settings)) {
    const { acceptCarelessly } = await import('./careless/accept-carelessly.ts');
    return acceptCarelessly(turn, token, place);
  }
  // #marker: decode
  const decoded = decodeJwt(token);
  if (!decoded.ok) {
    const { code: reason, rule } = decoded;
    turn.trace.refused('token-malformed', 'server/tokens/accept-token.ts#decode', rule, { reason });
    return null;
  }
  const { header, claims } = decoded;
  const { alg } = header;
  turn.trace.done('token-read', 'server/tokens/accept-token.ts#decode', { alg });
  const key = keyNamed(turn, header);
  if (key === null) return null;
  // #marker: verify
  const verified = await verifiedBy(token, key);
  if (!verified.ok) {
    const { code: reason, rule } = verified;
    const source = 'server/tokens/accept-token.ts#verify';
    turn.trace.refused('token-signature-refused', source, rule, { reason });
    return null;
  }
  turn.trace.done('token-signature-matched', 'server/tokens/accept-token.ts#verify', { alg });
  if (!hasType(turn, header, place.typ) || !holds(turn, claims, place)) return null;
  return isRevoked(turn, claims) ? null : claims;
}

/** The `kid` is the sender's word: it only chooses among the shop's own keys, each with its one algorithm. */
function keyNamed(turn: Turn, { alg, kid = '' }: JoseHeader): SigningKey | null {
  // #marker: find-key
  const source = 'server/tokens/accept-token.ts#find-key';
  const key = turn.stores.signingKeys.get(String(kid));
  const expected = key?.algorithm ?? tokenAlgorithm(turn.settings);
  if (!isAlgorithm(alg) || (key !== undefined && key.algorithm !== alg)) {
    const rule: Rule = { document: 'RFC8725', section: '3.1' };
    turn.trace.refused('token-algorithm-refused', source, rule, { alg, expected });
    return null;
  }
  if (key === undefined || isRetired(key, turn.now)) {
    const rule: Rule = { document: 'RFC7515', section: '4.1.4' };
    turn.trace.refused('key-unknown', source, rule, { kid: String(kid) });
    return null;
  }
  turn.trace.done('key-found', source, { kid: key.kid });
  return key;
}

function holds(turn: Turn, claims: ClaimsSet, { issuer, audience, required }: TokenPlace): boolean {
  // #marker: validate
  const now = turn.now / 1000;
  const { steps } = validateClaims(claims, {
    now,
    leewaySeconds: 0,
    issuer,
    audience,
    required,
  });
  const failed = steps.find(({ verdict }) => verdict === 'failed');
  if (failed === undefined) {
    const user = typeof claims.sub === 'string' ? claims.sub : '';
    turn.trace.done('token-claims-valid', 'server/tokens/accept-token.ts#validate', { user });
    return true;
  }
  const { claim, rule } = failed;
  const source = 'server/tokens/accept-token.ts#validate';
  turn.trace.refused('token-claims-refused', source, rule, { claim });
  return false;
}
