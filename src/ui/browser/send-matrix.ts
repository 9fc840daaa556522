import type { CookieAccess } from '../../cookies/access.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { SendDecision } from '../../cookies/decision.ts';
import type { ThirdPartyCookies } from '../../cookies/partitioned.ts';
import { sameSiteContextOf } from '../../cookies/same-site-context.ts';
import { decideSending, requestOf } from '../../cookies/send-decision.ts';
import { isIpAddress } from '../../http/host.ts';
import { isSameSite, lastLabelIsPublic, siteOf } from '../../http/origin.ts';
import type { Asking } from '../wire/asking.ts';

/** What may ask for a cookie's site. */
export const askers = ['link', 'address-bar', 'form', 'image', 'fetch', 'frame', 'script'] as const;
export type Asker = (typeof askers)[number];

/** From where, and to what: two from the cookie's own site and another one, two with another target. */
export const routes = ['same-site', 'cross-site', 'subdomain', 'http'] as const;
export type MatrixRoute = (typeof routes)[number];

export interface MatrixCell {
  readonly asker: Asker;
  readonly route: MatrixRoute;
  readonly decision: SendDecision;
  readonly asking: Asking;
}

/** What besides the cookie decides. */
export interface MatrixSurroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly thirdPartyCookies: ThirdPartyCookies;
  /** URL of the page that is open: it plays the other site where it is one. */
  readonly pageUrl: string | null;
}

/** The two ends of a route. */
export interface MatrixRouteEnds {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a cookie would be sent, for each kind of request and each route, by the very function by which the
 * jar decides. An IP address has no subdomains, and that column is missing.
 */
export function sendMatrix(
  cookie: Cookie,
  surroundings: MatrixSurroundings,
): readonly (readonly MatrixCell[])[] {
  const { now, thirdPartyCookies } = surroundings;
  return askers.map((asker) =>
    routesOf(cookie).map((route) => {
      const ends = routeEnds(cookie, route, surroundings.pageUrl);
      const access = accessOf(asker, ends, now);
      const request = requestOf(access, lastLabelIsPublic, thirdPartyCookies);
      return { asker, route, asking: askingOf(asker), decision: decideSending(cookie, request) };
    }),
  );
}

export function routesOf({ domain }: Cookie): readonly MatrixRoute[] {
  return isIpAddress(domain) ? routes.filter((route) => route !== 'subdomain') : routes;
}

/** Where the requests of a column begin, and where they go. */
export function routeEnds(
  cookie: Cookie,
  route: MatrixRoute,
  pageUrl: string | null,
): MatrixRouteEnds {
  const { domain, path } = cookie;
  const own = `https://${domain}/`;
  const target = `https://${domain}${path}`;
  switch (route) {
    case 'same-site':
      return { from: own, to: target };
    case 'cross-site':
      return { from: anotherSite(cookie, pageUrl), to: target };
    case 'subdomain':
      return { from: own, to: `https://${subdomain(domain)}${path}` };
    case 'http':
      return { from: `http://${domain}/`, to: `http://${domain}${path}` };
  }
}

/** The partition's site, or that of the page which is open, as far as it is another one. */
function anotherSite({ domain, partitionKey }: Cookie, pageUrl: string | null): string {
  const own = `https://${domain}/`;
  const choices = [partitionKey, pageUrl, 'https://evil.example/', 'https://news.example/'];
  const other = choices.find((url) => url !== null && URL.canParse(url) && !isSameSite(url, own));
  return other ?? 'https://evil.example/';
}

function subdomain(domain: string): string {
  return domain === 'shop.example' ? 'api.shop.example' : `www.${domain}`;
}

function accessOf(asker: Asker, { from, to }: MatrixRouteEnds, now: number): CookieAccess {
  const isTopLevel = asker === 'link' || asker === 'address-bar' || asker === 'form';
  const isEmbedded = !isSameSite(from, to);
  const script = asker === 'script';
  const topLevelUrl = isTopLevel ? null : script && !isEmbedded ? to : from;
  const circumstances = {
    url: to,
    redirectChain: [],
    initiator: asker === 'address-bar' ? null : script ? to : from,
    method: asker === 'form' ? 'POST' : 'GET',
    kind:
      asker === 'frame' || isTopLevel ? 'navigation' : asker === 'fetch' ? 'fetch' : 'subresource',
    topLevelUrl,
    userTyped: asker === 'address-bar',
  } as const;
  return {
    url: to,
    api: script ? 'script' : 'http',
    sameSiteContext: sameSiteContextOf(circumstances),
    topLevelSite: siteOf(topLevelUrl ?? to),
    now,
  };
}

function askingOf(asker: Asker): Asking {
  if (asker === 'form') return { by: 'unsafe-navigation', method: 'POST' };
  if (asker === 'link' || asker === 'address-bar') return { by: 'navigation' };
  return { by: asker };
}
