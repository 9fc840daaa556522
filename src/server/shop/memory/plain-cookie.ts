import type { Rule } from '../../../http/rule.ts';
import { isQuantity, type Cart, type CartLine } from '../cart.ts';
import { findProduct } from '../products.ts';
import type { Turn } from '../turn.ts';
import { findUser, type User } from '../users.ts';
import { checkMac, withMac } from './mac.ts';
import type { Memory } from './memory.ts';
import { readCookies } from './read-cookie.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

const userCookie = 'user';
const cartCookie = 'cart';
const untrusted: Rule = { document: 'RFC6265bis', section: '8.3' };

/**
 * The browser remembers everything, in clear text: `user=alice`, `cart=salt-bread:2:3500`. The shop
 * believes what comes back, the price too; with `signPlainCookie` only what it has written itself.
 */
export const plainCookie: Memory = {
  recall: async (turn) => {
    const cookies = readCookies(turn, [userCookie, cartCookie]);
    const userValue = await trusted(turn, userCookie, cookies.get(userCookie));
    const cartValue = await trusted(turn, cartCookie, cookies.get(cartCookie));
    return {
      user: userValue === null ? null : believeUser(turn, userValue),
      cart: cartValue === null ? [] : believeCart(turn, cartValue),
      rememberCart: (cart) =>
        cart.length === 0 ? forgetCart(turn) : write(turn, cartCookie, cartText(cart)),
      rememberUser: (user) => write(turn, userCookie, user.id),
      forget: async () => {
        deleteCookie(turn, userCookie);
        deleteCookie(turn, cartCookie);
      },
    };
  },
};

async function trusted(
  turn: Turn,
  name: string,
  value: string | undefined,
): Promise<string | null> {
  if (value === undefined) return null;
  if (!turn.settings.signPlainCookie) return value;
  // #marker: check-mac
  const verdict = await checkMac(name, value, turn.secrets.cookie);
  if (!verdict.ok) {
    turn.trace.refused(
      'cookie-signature-wrong',
      'server/shop/memory/plain-cookie.ts#check-mac',
      untrusted,
      { cookie: name },
    );
    return null;
  }
  turn.trace.done('cookie-signature-matched', 'server/shop/memory/plain-cookie.ts#check-mac', {
    cookie: name,
  });
  return verdict.value;
}

function believeUser(turn: Turn, value: string): User | null {
  // #marker: believe-user
  const user = findUser(value);
  if (user === undefined) {
    turn.trace.refused(
      'plain-user-unknown',
      'server/shop/memory/plain-cookie.ts#believe-user',
      { document: 'Shop' },
      { user: value },
    );
    return null;
  }
  turn.trace.done('plain-user-trusted', 'server/shop/memory/plain-cookie.ts#believe-user', {
    user: user.id,
  });
  return user;
}

function believeCart(turn: Turn, value: string): Cart {
  // #marker: believe-cart
  const lines = value.split('|').map(lineOf);
  const understood = lines.filter((line) => line !== null);
  if (understood.length < lines.length) {
    const rule: Rule = { document: 'Shop' };
    turn.trace.refused(
      'plain-cart-not-understood',
      'server/shop/memory/plain-cookie.ts#believe-cart',
      rule,
      { cart: value },
    );
  } else {
    turn.trace.done('plain-cart-trusted', 'server/shop/memory/plain-cookie.ts#believe-cart', {
      cart: value,
    });
  }
  return understood;
}

function lineOf(text: string): CartLine | null {
  const [, product = '', pieces, price] = /^([a-z-]+):(\d{1,2}):(\d{1,7})$/.exec(text) ?? [];
  const quantity = Number(pieces);
  return findProduct(product) !== undefined && isQuantity(quantity)
    ? { product, quantity, unitPrice: Number(price) }
    : null;
}

function cartText(cart: Cart): string {
  return cart
    .map(({ product, quantity, unitPrice }) => `${product}:${quantity}:${unitPrice}`)
    .join('|');
}

async function forgetCart(turn: Turn): Promise<void> {
  deleteCookie(turn, cartCookie);
}

async function write(turn: Turn, name: string, value: string): Promise<void> {
  if (!turn.settings.signPlainCookie) {
    setCookie(turn, name, value);
    return;
  }
  // #marker: sign
  const signed = await withMac(name, value, turn.secrets.cookie);
  if (signed === null) {
    turn.trace.refused(
      'signing-unavailable',
      'server/shop/memory/plain-cookie.ts#sign',
      { document: 'Shop' },
      {},
    );
    return;
  }
  turn.trace.done('cookie-signed', 'server/shop/memory/plain-cookie.ts#sign', { cookie: name });
  setCookie(turn, name, signed);
}
