import { toHexadecimal } from '../hexadecimal.ts';
import type { Turn } from '../shop/turn.ts';
import type { User } from '../shop/users.ts';
import { signingKey } from './key-set.ts';
import { signedBy } from './signature.ts';

export const issuer = 'https://api.shop.example';
export const audience = 'https://api.shop.example';
/** Tells an access token from every other JWT that the same keys may have signed (RFC 9068 §2.1, RFC 8725 §3.11). */
export const tokenType = 'at+jwt';

/** The version that a user's access tokens must have; a higher one ends all earlier ones. */
export function tokenVersionOf({ stores }: Pick<Turn, 'stores'>, userId: string): number {
  return stores.tokenVersions.get(userId) ?? 1;
}

/** A short-lived token for one sign-in, named by `sid`; `null` where nothing can be signed. */
export async function issueAccessToken(
  turn: Turn,
  user: User,
  familyId: string,
): Promise<string | null> {
  const key = await signingKey(turn);
  if (key === null) return null;
  // #marker: sign
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
  const kept = turn.stores.signingKeys.get(key.kid) ?? key;
  turn.stores.signingKeys.set(key.kid, { ...kept, longestExp: Math.max(kept.longestExp, exp) });
  const token = await signedBy(key, { typ: tokenType }, claims);
  if (token === null) {
    const rule = { document: 'Shop' } as const;
    turn.trace.refused('signing-unavailable', 'server/api/access-token.ts#sign', rule, {});
    return null;
  }
  turn.trace.done('access-token-signed', 'server/api/access-token.ts#sign', {
    exp,
    seconds: turn.settings.accessTokenLifetimeSeconds,
    kid: key.kid,
    jti: claims.jti,
  });
  return token;
}
