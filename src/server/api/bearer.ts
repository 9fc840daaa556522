import { fieldValue } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Rule } from '../../http/rule.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { acceptToken, type TokenPlace } from '../tokens/accept-token.ts';
import type { Turn } from '../shop/turn.ts';
import { findUser, type User } from '../shop/users.ts';
import { audience, issuer, tokenType } from './access-token.ts';
import { answerWithError } from './json.ts';

export type Bearer =
  | { readonly ok: true; readonly user: User; readonly claims: ClaimsSet }
  | { readonly ok: false; readonly response: HttpResponse };

const place: TokenPlace = {
  issuer,
  audience,
  required: ['exp', 'nbf', 'iat', 'iss', 'aud'],
  typ: tokenType,
};

/** Who shows a good access token. Everybody else is told to authenticate: 401 (RFC 6750 §3). */
export async function authenticate(turn: Turn): Promise<Bearer> {
  // #marker: read-authorization
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization(turn)) ?? [];
  if (token === undefined) {
    const rule: Rule = { document: 'RFC6750', section: '3' };
    turn.trace.refused('bearer-absent', 'server/api/bearer.ts#read-authorization', rule, {});
    return { ok: false, response: unauthorized(turn, null) };
  }
  const claims = await acceptToken(turn, token, place);
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
