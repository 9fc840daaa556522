import { changeCart, showCart } from './handlers/cart.ts';
import type { ApiHandler } from './handlers/handler.ts';
import { showKeys } from './handlers/jwks.ts';
import { showMe } from './handlers/me.ts';
import { placeOrder, showOrder, showOrders } from './handlers/orders.ts';
import { refreshTokens } from './handlers/refresh.ts';
import { revokeTokens } from './handlers/revoke.ts';
import { giveTokens } from './handlers/token.ts';

export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly handler: ApiHandler;
}

const routes: readonly ApiRoute[] = [
  { method: 'POST', path: /^\/token$/, handler: giveTokens },
  { method: 'POST', path: /^\/refresh$/, handler: refreshTokens },
  { method: 'POST', path: /^\/revoke$/, handler: revokeTokens },
  { method: 'GET', path: /^\/\.well-known\/jwks\.json$/, handler: showKeys },
  { method: 'GET', path: /^\/me$/, handler: showMe },
  { method: 'GET', path: /^\/cart$/, handler: showCart },
  { method: 'POST', path: /^\/cart$/, handler: changeCart },
  { method: 'GET', path: /^\/orders$/, handler: showOrders },
  { method: 'POST', path: /^\/orders$/, handler: placeOrder },
  { method: 'GET', path: /^\/orders\/([^/]+)$/, handler: showOrder },
];

/** What this path answers to; none where there is no such path. */
export function routesAt(path: string): readonly ApiRoute[] {
  return routes.filter((route) => route.path.test(path));
}
