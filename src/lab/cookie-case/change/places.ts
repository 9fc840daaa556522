import { isIpAddress, isLoopback } from '../../../http/host.ts';
import { isSameOrigin, isSameSite } from '../../../http/origin.ts';
import type { PublicSuffixes } from '../../../http/public-suffixes.ts';
import type { CookieCase } from '../cookie-case.ts';
import type { Change } from './change.ts';

/** The suffixes of the world, and which of them belong to a company that gives names away. */
export interface CaseSuffixes extends PublicSuffixes {
  readonly isUnderPrivateSuffix: (host: string) => boolean;
}

/** A domain that may be anybody's own (RFC 2606 §3 keeps it free). */
const OWN_DOMAIN = 'your-domain.example';

type Move = (url: string) => string;

/** All addresses of one origin put elsewhere. */
function moved(cookieCase: CookieCase, origin: string, move: Move): CookieCase {
  const put = (url: string): string => (isSameOrigin(url, origin) ? move(url) : url);
  const { setting, request, pageUrl, embedderUrl } = cookieCase;
  return {
    ...cookieCase,
    pageUrl: put(pageUrl),
    embedderUrl: embedderUrl === null ? null : put(embedderUrl),
    setting: { ...setting, url: put(setting.url) },
    request: { ...request, url: put(request.url) },
  };
}

function withOrigin(url: string, origin: string): string {
  const { pathname, search } = new URL(url);
  return `${origin}${pathname}${search}`;
}

/** The same host by TLS; a port that is said stays. */
export function useTls(cookieCase: CookieCase, url: string): readonly Change[] {
  const from = new URL(url);
  if (from.protocol !== 'http:') return [];
  const to = new URL(url);
  to.protocol = 'https:';
  const { hostname } = from;
  const byTls: Move = (address) => withOrigin(address, to.origin);
  return [
    {
      code: 'use-tls',
      scope: 'hosting',
      cost: 6,
      values: { host: hostname },
      changed: moved(cookieCase, from.origin, byTls),
    },
  ];
}

/** The other server below the page's own registrable domain, or both below one of one's own. */
export function sameSiteHost(
  cookieCase: CookieCase,
  url: string,
  suffixes: CaseSuffixes,
): readonly Change[] {
  const top = new URL(cookieCase.embedderUrl ?? cookieCase.pageUrl);
  const other = new URL(url);
  if (isSameSite(top.href, url, suffixes) || isLoopback(top.hostname)) return [];
  const domain = suffixes.registrableDomain(top.hostname);
  if (domain === null || isIpAddress(top.hostname)) return [];
  if (suffixes.isUnderPrivateSuffix(top.hostname)) return ownDomain(cookieCase, top, other);
  const host = `${labelOf(other.hostname)}.${domain}`;
  const toHost: Move = (address) => withOrigin(address, `${top.protocol}//${host}`);
  return [
    {
      code: 'same-site-host',
      scope: 'hosting',
      cost: 7,
      values: { from: other.host, to: host, domain },
      changed: moved(cookieCase, other.origin, toHost),
    },
  ];
}

function ownDomain(cookieCase: CookieCase, top: URL, other: URL): readonly Change[] {
  const page = `https://www.${OWN_DOMAIN}`;
  const api = `https://${labelOf(other.hostname)}.${OWN_DOMAIN}`;
  const once = moved(cookieCase, top.origin, (address) => withOrigin(address, page));
  return [
    {
      code: 'own-domain',
      scope: 'hosting',
      cost: 8,
      values: { page: new URL(page).host, api: new URL(api).host },
      changed: moved(once, other.origin, (address) => withOrigin(address, api)),
    },
  ];
}

function labelOf(host: string): string {
  const [label = 'api'] = host.split('.');
  return /^(?:api|auth|login|accounts?|cdn|static|img|sso)$/.test(label) ? label : 'api';
}

/** The page's own server passes the requests on. */
export function proxy(cookieCase: CookieCase, url: string): readonly Change[] {
  const { pageUrl, embedderUrl, request } = cookieCase;
  if (embedderUrl !== null || request.by !== 'fetch' || isSameOrigin(pageUrl, url)) return [];
  const { origin, host } = new URL(pageUrl);
  const other = new URL(url);
  return [
    {
      code: 'proxy',
      scope: 'hosting',
      cost: 6.5,
      values: { page: host, from: other.host },
      changed: moved(cookieCase, other.origin, (address) => withOrigin(address, origin)),
    },
  ];
}

/** The machine itself under one name: `localhost` and `127.0.0.1` are two sites. */
export function oneHostName(cookieCase: CookieCase): readonly Change[] {
  const page = new URL(cookieCase.pageUrl);
  const other = new URL(cookieCase.request.url);
  if (!isLoopback(page.hostname) || !isLoopback(other.hostname)) return [];
  if (page.hostname === other.hostname) return [];
  const toHost: Move = (address) => {
    const renamed = new URL(address);
    renamed.hostname = other.hostname;
    return renamed.href;
  };
  return [
    {
      code: 'one-host-name',
      scope: 'code',
      cost: 2.5,
      values: { from: page.host, to: new URL(toHost(page.href)).host },
      changed: moved(cookieCase, page.origin, toHost),
    },
  ];
}

/** The request goes to the host that set the cookie. */
export function askTheSetter(cookieCase: CookieCase): readonly Change[] {
  const { setting, request } = cookieCase;
  const [to, from] = [new URL(setting.url), new URL(request.url)];
  if (to.hostname === from.hostname) return [];
  return [
    {
      code: 'ask-the-setter',
      scope: 'hosting',
      cost: 6,
      values: { from: from.host, to: to.host },
      changed: { ...cookieCase, request: { ...request, url: withOrigin(request.url, to.origin) } },
    },
  ];
}
