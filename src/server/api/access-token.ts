import { toHexadecimal } from '../hexadecimal.ts';
import type { Turn } from '../shop/turn.ts';
import type { User } from '../shop/users.ts';
import { issueToken } from '../tokens/issue-token.ts';
import { tokenVersionOf } from '../tokens/revocation.ts';

export const issuer = 'https://api.shop.example';
export const audience = 'https://api.shop.example';
/** Tells an access token from every other JWT that the same keys may have signed (RFC 9068 §2.1, RFC 8725 §3.11). */
export const tokenType = 'at+jwt';

/** A short-lived token for one sign-in, named by `sid`; `null` where nothing can be signed. */
export async function issueAccessToken(
  turn: Turn,
  user: User,
  familyId: string,
): Promise<string | null> {
  const iat = Math.floor(turn.now / 1000);
  const exp = iat + turn.settings.accessTokenLifetimeSeconds;
  const claims = {
    iss: issuer,
    aud: audience,
    sub: user.id,
    client_id: 'shop-page',
    sid: familyId,
    ver: tokenVersionOf(turn, user.id),
    iat,
    nbf: iat,
    exp,
    jti: toHexadecimal(turn.randomBytes(8)),
  };
  const { accessTokenAlgorithm: algorithm, accessTokenLifetimeSeconds: seconds } = turn.settings;
  const issued = await issueToken(turn, { algorithm, typ: tokenType, claims });
  if (issued === null) return null;
  // #marker: signed
  turn.trace.done('access-token-signed', 'server/api/access-token.ts#signed', {
    exp,
    seconds,
    kid: issued.kid,
    jti: claims.jti,
  });
  return issued.token;
}
