import type { ClaimsSet } from '../../../jwt/claims-set.ts';
import { decodeJwt } from '../../../jwt/decode.ts';
import type { Jwk } from '../../../jwt/jwk/jwk.ts';
import { secretFromText } from '../../../jwt/jwk/secret-key.ts';
import { signJwt } from '../../../jwt/sign.ts';
import { validateClaims } from '../../../jwt/validate.ts';
import { verifyJwt } from '../../../jwt/verify.ts';
import { cartOf, quantitiesOf, type Cart } from '../cart.ts';
import type { Turn } from '../turn.ts';
import { findUser, type User } from '../users.ts';
import type { Memory } from './memory.ts';
import { readCookies } from './read-cookie.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

const cookieName = 'token';
const issuer = 'https://shop.example';
const algorithm = 'HS256';

/** The browser remembers, in a letter that anyone can read and only the shop can write. */
export const jwtCookie: Memory = {
  recall: async (turn) => {
    const token = readCookies(turn, [cookieName]).get(cookieName);
    const claims = token === undefined ? null : await accept(turn, token);
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
        deleteCookie(turn, cookieName);
      },
    };
  },
};

const keys = new WeakMap<Turn['secrets'], Jwk>();

/** The shop's key: always the same record, so that it is made ready only once. */
function keyOf({ secrets }: Turn): Jwk {
  const key = keys.get(secrets) ?? secretFromText(secrets.jwt);
  keys.set(secrets, key);
  return key;
}

/** The claims of a token that passed every test, one after the other. */
async function accept(turn: Turn, token: string): Promise<ClaimsSet | null> {
  // #marker: decode
  const decoded = decodeJwt(token);
  if (!decoded.ok) {
    turn.trace.refused('token-malformed', 'server/shop/memory/jwt-cookie.ts#decode', decoded.rule, {
      reason: decoded.code,
    });
    return null;
  }
  turn.trace.done('token-read', 'server/shop/memory/jwt-cookie.ts#decode', {
    alg: decoded.header.alg,
  });
  // #marker: verify
  const verified = await verifyJwt(token, {
    algorithms: [algorithm],
    keys: keyOf(turn),
  });
  if (!verified.ok) {
    turn.trace.refused(
      'token-signature-refused',
      'server/shop/memory/jwt-cookie.ts#verify',
      verified.rule,
      { reason: verified.code },
    );
    return null;
  }
  turn.trace.done('token-signature-matched', 'server/shop/memory/jwt-cookie.ts#verify', {
    alg: verified.header.alg,
  });
  return validate(turn, verified.claims);
}

function validate(turn: Turn, claims: ClaimsSet): ClaimsSet | null {
  // #marker: validate
  const { steps } = validateClaims(claims, {
    now: turn.now / 1000,
    leewaySeconds: 0,
    issuer,
    required: ['exp', 'iss'],
  });
  const failed = steps.find(({ verdict }) => verdict === 'failed');
  if (failed !== undefined) {
    turn.trace.refused(
      'token-claims-refused',
      'server/shop/memory/jwt-cookie.ts#validate',
      failed.rule,
      { claim: failed.claim },
    );
    return null;
  }
  turn.trace.done('token-claims-valid', 'server/shop/memory/jwt-cookie.ts#validate', {
    user: typeof claims.sub === 'string' ? claims.sub : '',
  });
  return claims;
}

async function issue(turn: Turn, user: User | null, cart: Cart): Promise<void> {
  // #marker: sign
  const iat = Math.floor(turn.now / 1000);
  const exp = iat + turn.settings.tokenLifetimeSeconds;
  const who = user === null ? {} : { sub: user.id, name: user.name };
  const claims = { iss: issuer, ...who, cart: quantitiesOf(cart), iat, exp };
  const signed = await signJwt(claims, { algorithm, key: keyOf(turn) });
  if (!signed.ok) {
    turn.trace.refused(
      'signing-unavailable',
      'server/shop/memory/jwt-cookie.ts#sign',
      signed.rule,
      {},
    );
    return;
  }
  turn.trace.done('token-signed', 'server/shop/memory/jwt-cookie.ts#sign', { alg: algorithm, exp });
  setCookie(turn, cookieName, signed.token);
}
