import type { Lab } from '../../../lab/lab.svelte.ts';
import {
  addBread,
  isAtShop,
  isSet,
  openShop,
  shopCookie,
  shopCookies,
} from '../../preparations.ts';

/** A shop that remembers by plain cookies, and a browser that holds one of them: the cart. */
export async function prepareCart(lab: Lab): Promise<void> {
  await openShop(lab, { remember: 'plain-cookie' });
  await addBread(lab);
}

/** Exactly the cart, with the shop's usual attributes. */
export function holdsOnlyCart(lab: Lab): boolean {
  const cart = shopCookie(lab, 'cart');
  return (
    isAtShop(lab) &&
    isSet(lab, { remember: 'plain-cookie' }) &&
    shopCookies(lab).length === 1 &&
    cart !== undefined &&
    !cart.persistent &&
    cart.path === '/' &&
    /^[a-z-]+:\d+:\d{4,}$/.test(cart.value)
  );
}
