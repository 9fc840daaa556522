import { fieldValue } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Rule } from '../../http/rule.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { decodeJwt } from '../../jwt/decode.ts';
import { validateClaims } from '../../jwt/validate.ts';
import type { Turn } from '../shop/turn.ts';
import { findUser, type User } from '../shop/users.ts';
import { audience, issuer, tokenType } from './access-token.ts';
import { answerWithError } from './json.ts';
import { revocationOf } from './revocation.ts';
import { verifiedBy } from './signature.ts';
import { isRetired, type SigningKey } from './signing-key.ts';

export type Bearer =
  | { readonly ok: true; readonly user: User; readonly claims: ClaimsSet }
  | { readonly ok: false; readonly response: HttpResponse };

/** Who shows a good access token. Everybody else is told to authenticate: 401 (RFC 6750 §3). */
export async function authenticate(turn: Turn): Promise<Bearer> {
  // #marker: read-authorization
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization(turn)) ?? [];
  if (token === undefined) {
    const rule: Rule = { document: 'RFC6750', section: '3' };
    turn.trace.refused('bearer-absent', 'server/api/bearer.ts#read-authorization', rule, {});
    return { ok: false, response: unauthorized(turn, null) };
  }
  const claims = await accepted(turn, token);
  const user = claims === null ? undefined : userOf(turn, claims);
  if (claims === null || user === undefined)
    return { ok: false, response: unauthorized(turn, 'invalid_token') };
  return { ok: true, user, claims };
}

function authorization({ request }: Turn): string {
  return fieldValue(request.fields, 'authorization') ?? '';
}

/** Without a token no error is named, so that the script knows it just has to show one (RFC 6750 §3.1). */
function unauthorized(turn: Turn, error: 'invalid_token' | null): HttpResponse {
  const challenge = `Bearer realm="crumb"${error === null ? '' : `, error="${error}"`}`;
  return answerWithError(turn, 401, error ?? 'unauthorized', [['WWW-Authenticate', challenge]]);
}

/** The claims of a token that passed every test, one after the other. */
async function accepted(turn: Turn, token: string): Promise<ClaimsSet | null> {
  // #marker: decode
  const decoded = decodeJwt(token);
  if (!decoded.ok) {
    const values = { reason: decoded.code };
    turn.trace.refused('token-malformed', 'server/api/bearer.ts#decode', decoded.rule, values);
    return null;
  }
  const { alg, kid = '', typ = '' } = decoded.header;
  turn.trace.done('token-read', 'server/api/bearer.ts#decode', { alg });
  const key = keyNamed(turn, String(kid), alg);
  if (key === null) return null;
  // #marker: verify
  const verified = await verifiedBy(token, key);
  if (!verified.ok) {
    const { code: reason, rule } = verified;
    turn.trace.refused('token-signature-refused', 'server/api/bearer.ts#verify', rule, { reason });
    return null;
  }
  turn.trace.done('token-signature-matched', 'server/api/bearer.ts#verify', { alg });
  // #marker: check-type
  if (String(typ).toLowerCase() !== tokenType) {
    const rule: Rule = { document: 'RFC8725', section: '3.11' };
    turn.trace.refused('token-type-refused', 'server/api/bearer.ts#check-type', rule, {
      typ: String(typ),
    });
    return null;
  }
  return holds(turn, decoded.claims) && !isRevoked(turn, decoded.claims) ? decoded.claims : null;
}

/** The `kid` is the sender's word: it only chooses among the API's own keys, each with its one algorithm. */
function keyNamed(turn: Turn, kid: string, alg: string): SigningKey | null {
  // #marker: find-key
  const key = turn.stores.signingKeys.get(kid);
  if (key === undefined || isRetired(key, turn.now)) {
    const rule: Rule = { document: 'RFC7515', section: '4.1.4' };
    turn.trace.refused('key-unknown', 'server/api/bearer.ts#find-key', rule, { kid });
    return null;
  }
  if (key.algorithm !== alg) {
    const rule: Rule = { document: 'RFC8725', section: '3.1' };
    const values = { alg, expected: key.algorithm };
    turn.trace.refused('token-algorithm-refused', 'server/api/bearer.ts#find-key', rule, values);
    return null;
  }
  turn.trace.done('key-found', 'server/api/bearer.ts#find-key', { kid });
  return key;
}

function holds(turn: Turn, claims: ClaimsSet): boolean {
  // #marker: validate
  const { steps } = validateClaims(claims, {
    now: turn.now / 1000,
    leewaySeconds: 0,
    issuer,
    audience,
    required: ['exp', 'nbf', 'iat', 'iss', 'aud'],
  });
  const failed = steps.find(({ verdict }) => verdict === 'failed');
  if (failed === undefined) {
    const user = typeof claims.sub === 'string' ? claims.sub : '';
    turn.trace.done('token-claims-valid', 'server/api/bearer.ts#validate', { user });
    return true;
  }
  const { claim, rule } = failed;
  turn.trace.refused('token-claims-refused', 'server/api/bearer.ts#validate', rule, { claim });
  return false;
}

function isRevoked(turn: Turn, claims: ClaimsSet): boolean {
  return revocationOf(turn, claims) !== null;
}

function userOf(turn: Turn, claims: ClaimsSet): User | undefined {
  // #marker: find-user
  const user = findUser(typeof claims.sub === 'string' ? claims.sub : '');
  if (user === undefined) {
    const rule: Rule = { document: 'RFC7519', section: '4.1.2' };
    turn.trace.refused('token-claims-refused', 'server/api/bearer.ts#find-user', rule, {
      claim: 'sub',
    });
  }
  return user;
}
