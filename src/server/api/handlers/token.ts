import { checkCredentials } from '../../shop/credentials.ts';
import type { Turn } from '../../shop/turn.ts';
import type { User } from '../../shop/users.ts';
import { issueAccessToken } from '../access-token.ts';
import { answerWithError, answerWithJson, readJson, textIn, type JsonObject } from '../json.ts';
import { beginFamily, type IssuedRefreshToken } from '../refresh-family.ts';
import { handOut } from '../refresh-token.ts';
import type { ApiHandler } from './handler.ts';

/**
 * The shop's own sign-in for its own page: user name and password for a pair of tokens. Not OAuth's password
 * grant, which gives a password to somebody else's program and is forbidden (RFC 9700 §2.4).
 */
export const giveTokens: ApiHandler = async (turn) => {
  const reading = readJson(turn);
  if (!reading.ok) return reading.response;
  const form = new URLSearchParams({
    username: textIn(reading.value, 'username'),
    password: textIn(reading.value, 'password'),
  });
  const user = await checkCredentials(turn, form);
  if (user === null) return answerWithError(turn, 403, 'wrong_credentials');
  return answerWithTokens(turn, user, beginFamily(turn, user.id));
};

/** The answer that carries a fresh access token, and the refresh token if there is one to hand out. */
export async function answerWithTokens(
  turn: Turn,
  user: User,
  { token, record }: Pick<IssuedRefreshToken, 'record'> & { readonly token: string | null },
): ReturnType<ApiHandler> {
  const accessToken = await issueAccessToken(turn, user, record.familyId);
  if (accessToken === null) return answerWithError(turn, 503, 'signing_unavailable');
  const handedOut: JsonObject =
    token === null ? {} : handOut(turn, token, record.absoluteExpiresAt);
  return answerWithJson(turn, 200, {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: turn.settings.accessTokenLifetimeSeconds,
    ...handedOut,
  });
}
