import type { ClaimsSet } from '../../../jwt/claims-set.ts';
import { noContent } from '../../response.ts';
import type { Turn } from '../../shop/turn.ts';
import type { User } from '../../shop/users.ts';
import { authenticate } from '../bearer.ts';
import { corsFields } from '../cors.ts';
import { readJson } from '../json.ts';
import { familiesOf, revokeFamily } from '../refresh-family.ts';
import { takeBack } from '../refresh-token.ts';
import { denyToken, raiseTokenVersion } from '../../tokens/revocation.ts';
import type { ApiHandler } from './handler.ts';

/**
 * Sign-out: the refresh tokens of this sign-in, or of all, are good for nothing from now on (RFC 7009). What
 * becomes of access tokens that are out already is another question, and has its price.
 */
export const revokeTokens: ApiHandler = async (turn) => {
  const reading = readJson(turn);
  if (!reading.ok) return reading.response;
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  const { user, claims } = bearer;
  const everywhere = reading.value['everywhere'] === true;
  const here = typeof claims['sid'] === 'string' ? [claims['sid']] : [];
  for (const family of everywhere ? familiesOf(turn, user.id) : here) revokeFamily(turn, family);
  revokeAccess(turn, user, claims, everywhere);
  takeBack(turn);
  return noContent({ now: turn.now, fields: [...corsFields(turn.request), ...turn.setCookies] });
};

function revokeAccess(turn: Turn, user: User, claims: ClaimsSet, everywhere: boolean): void {
  const { accessTokenRevocation } = turn.settings;
  if (accessTokenRevocation === 'deny-list') denyToken(turn, claims);
  if (accessTokenRevocation === 'token-version' && everywhere) raiseTokenVersion(turn, user.id);
  const lives =
    accessTokenRevocation === 'none' ||
    (accessTokenRevocation === 'deny-list' ? everywhere : !everywhere);
  if (!lives || typeof claims.exp !== 'number') return;
  // #marker: lives-on
  const seconds = Math.max(0, Math.round(claims.exp - turn.now / 1000));
  const source = 'server/api/handlers/revoke.ts#lives-on';
  turn.trace.done('access-token-lives-on', source, { seconds });
}
