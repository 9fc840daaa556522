import type * as BehindFrontPage from './handlers/behind-front-page.ts';
import { showProducts } from './handlers/front-page.ts';
import type { Handler } from './handlers/handler.ts';
import type { ProtectionSettings } from './protection/settings.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly handler: Handler;
}

const routes: readonly Route[] = [
  { method: 'GET', path: /^\/$/, handler: showProducts },
  {
    method: 'GET',
    path: /^\/products\/([^/]+)$/,
    handler: later(({ showProduct }) => showProduct),
  },
  {
    method: 'POST',
    path: /^\/products\/([^/]+)\/reviews$/,
    handler: later(({ writeReview }) => writeReview),
  },
  { method: 'GET', path: /^\/cart$/, handler: later(({ showCart }) => showCart) },
  { method: 'POST', path: /^\/cart$/, handler: later(({ addToCart }) => addToCart) },
  {
    method: 'POST',
    path: /^\/cart\/quantity$/,
    handler: later(({ changeQuantity }) => changeQuantity),
  },
  {
    method: 'POST',
    path: /^\/cart\/remove$/,
    handler: later(({ removeFromCart }) => removeFromCart),
  },
  { method: 'POST', path: /^\/orders$/, handler: later(({ placeOrder }) => placeOrder) },
  { method: 'GET', path: /^\/orders\/([^/]+)$/, handler: later(({ showOrder }) => showOrder) },
  { method: 'GET', path: /^\/login$/, handler: later(({ showSignIn }) => showSignIn) },
  { method: 'POST', path: /^\/login$/, handler: later(({ signIn }) => signIn) },
  { method: 'POST', path: /^\/logout$/, handler: later(({ signOut }) => signOut) },
  {
    method: 'POST',
    path: /^\/logout\/everywhere$/,
    handler: later(({ signOutEverywhere }) => signOutEverywhere),
  },
  { method: 'GET', path: /^\/account$/, handler: later(({ showAccount }) => showAccount) },
];

/** What only a careless shop does for a GET, which promises to change nothing (RFC 9110 §9.2.1). */
const changesByGet: readonly Route[] = [
  { method: 'GET', path: /^\/cart\/add$/, handler: later(({ addToCart }) => addToCart) },
  { method: 'GET', path: /^\/cart\/order$/, handler: later(({ placeOrder }) => placeOrder) },
  { method: 'GET', path: /^\/logout$/, handler: later(({ signOut }) => signOut) },
];

export type RouteMatch =
  | { readonly found: true; readonly handler: Handler; readonly parameters: readonly string[] }
  /** Methods that this path would take; none where there is no such path. */
  | { readonly found: false; readonly allowed: readonly string[] };

/** Which handler answers this method on this path. HEAD goes where GET goes (RFC 9110 §9.3.2). */
export function routeOf(
  method: string,
  path: string,
  { changeByGet }: Pick<ProtectionSettings, 'changeByGet'>,
): RouteMatch {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const known = changeByGet ? [...routes, ...changesByGet] : routes;
  const candidates = known.filter((route) => route.path.test(path));
  const route = candidates.find((candidate) => candidate.method === wanted);
  if (route === undefined)
    return { found: false, allowed: candidates.map((candidate) => candidate.method) };
  return {
    found: true,
    handler: route.handler,
    parameters: (route.path.exec(path) ?? []).slice(1),
  };
}

/** The front page stands ready; what is behind it is loaded together when somebody first goes there. */
function later(choose: (handlers: typeof BehindFrontPage) => Handler): Handler {
  return async (turn, visitor, parameters) => {
    const handlers = await import('./handlers/behind-front-page.ts');
    return choose(handlers)(turn, visitor, parameters);
  };
}
