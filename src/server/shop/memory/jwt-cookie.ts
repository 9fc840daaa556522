import type { ClaimsSet } from '../../../jwt/claims-set.ts';
import { toHexadecimal } from '../../hexadecimal.ts';
import { acceptToken, type TokenPlace } from '../../tokens/accept-token.ts';
import { issueToken } from '../../tokens/issue-token.ts';
import { denyToken, raiseTokenVersion, tokenVersionOf } from '../../tokens/revocation.ts';
import { cartOf, quantitiesOf, type Cart } from '../cart.ts';
import type { Turn } from '../turn.ts';
import { findUser, type User } from '../users.ts';
import type { Memory } from './memory.ts';
import { protectedName } from './cookie-name.ts';
import { readCookies } from './read-cookie.ts';
import { permissions } from './permissions.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

const cookieName = 'token';
const shop = 'https://shop.example';
const place: TokenPlace = {
  issuer: shop,
  audience: shop,
  required: ['exp', 'iss', 'aud'],
  typ: null,
};

/** The browser remembers, in a letter that anyone can read and only the shop can write. */
export const jwtCookie: Memory = {
  recall: async (turn) => {
    const name = protectedName(turn, cookieName);
    const token = readCookies(turn, [name]).get(name);
    const claims = token === undefined ? null : await acceptToken(turn, token, place);
    const user = findUser(typeof claims?.sub === 'string' ? claims.sub : '') ?? null;
    const cart = cartOf(claims?.['cart']);
    return {
      user,
      cart,
      rememberCart: (changed) => issue(turn, user, changed),
      // Someone else's cart is nothing to carry over.
      rememberUser: (signedIn) =>
        issue(turn, signedIn, user === null || user.id === signedIn.id ? cart : []),
      forget: async () => {
        forget(turn, claims);
      },
      ...(turn.settings.accessTokenRevocation === 'token-version' &&
        user !== null && {
          forgetEverywhere: async () => {
            raiseTokenVersion(turn, user.id);
            deleteCookie(turn, protectedName(turn, cookieName));
          },
        }),
    };
  },
};

/** Without a list of what is refused, a copy of the token goes on to its end. */
function forget(turn: Turn, claims: ClaimsSet | null): void {
  if (turn.settings.accessTokenRevocation === 'deny-list' && claims !== null)
    denyToken(turn, claims);
  deleteCookie(turn, protectedName(turn, cookieName));
}

async function issue(turn: Turn, user: User | null, cart: Cart): Promise<void> {
  const iat = Math.floor(turn.now / 1000);
  const exp = iat + turn.settings.tokenLifetimeSeconds;
  const { claimedPermissions } = turn.settings;
  const may = claimedPermissions === 0 ? {} : { permissions: permissions(claimedPermissions) };
  const who =
    user === null
      ? {}
      : { sub: user.id, name: user.name, ver: tokenVersionOf(turn, user.id), ...may };
  const jti = toHexadecimal(turn.randomBytes(8));
  const claims = { iss: shop, aud: shop, ...who, cart: quantitiesOf(cart), iat, exp, jti };
  const { cookieTokenAlgorithm: algorithm } = turn.settings;
  const issued = await issueToken(turn, { algorithm, typ: 'JWT', claims });
  if (issued === null) return;
  // #marker: signed
  turn.trace.done('token-signed', 'server/shop/memory/jwt-cookie.ts#signed', {
    alg: algorithm,
    exp,
  });
  setCookie(turn, protectedName(turn, cookieName), issued.token);
}
