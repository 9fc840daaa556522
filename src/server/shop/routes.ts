import { showAccount } from './handlers/account.ts';
import { addToCart, changeQuantity, removeFromCart, showCart } from './handlers/cart.ts';
import type { Handler } from './handlers/handler.ts';
import { placeOrder, showOrder } from './handlers/orders.ts';
import { showProduct, showProducts, writeReview } from './handlers/products.ts';
import { showSignIn, signIn, signOut } from './handlers/sign-in.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly handler: Handler;
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/$/, handler: showProducts },
  { method: 'GET', path: /^\/products\/([^/]+)$/, handler: showProduct },
  { method: 'POST', path: /^\/products\/([^/]+)\/reviews$/, handler: writeReview },
  { method: 'GET', path: /^\/cart$/, handler: showCart },
  { method: 'POST', path: /^\/cart$/, handler: addToCart },
  { method: 'POST', path: /^\/cart\/quantity$/, handler: changeQuantity },
  { method: 'POST', path: /^\/cart\/remove$/, handler: removeFromCart },
  { method: 'POST', path: /^\/orders$/, handler: placeOrder },
  { method: 'GET', path: /^\/orders\/([^/]+)$/, handler: showOrder },
  { method: 'GET', path: /^\/login$/, handler: showSignIn },
  { method: 'POST', path: /^\/login$/, handler: signIn },
  { method: 'POST', path: /^\/logout$/, handler: signOut },
  { method: 'GET', path: /^\/account$/, handler: showAccount },
];

export type RouteMatch =
  | { readonly found: true; readonly handler: Handler; readonly parameters: readonly string[] }
  /** Methods that this path would take; none where there is no such path. */
  | { readonly found: false; readonly allowed: readonly string[] };

/** Which handler answers this method on this path. HEAD goes where GET goes (RFC 9110 §9.3.2). */
export function routeOf(method: string, path: string): RouteMatch {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const candidates = routes.filter((route) => route.path.test(path));
  const route = candidates.find((candidate) => candidate.method === wanted);
  if (route === undefined) return { found: false, allowed: candidates.map((candidate) => candidate.method) };
  return { found: true, handler: route.handler, parameters: (route.path.exec(path) ?? []).slice(1) };
}
