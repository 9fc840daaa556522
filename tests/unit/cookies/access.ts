import type { CookieAccess } from '../../../src/cookies/access.ts';
import { CookieJar, type CookieJarOptions } from '../../../src/cookies/cookie-jar.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';

export const NOW = Date.UTC(2026, 9, 1, 12);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A same-site HTTP request to the shop, but for what is given. */
export function access(change: Partial<CookieAccess> = {}): CookieAccess {
  const url = change.url ?? 'https://shop.example/';
  return { url, api: 'http', sameSiteContext: 'strict', topLevelSite: null, now: NOW, ...change };
}

/** A jar into which each field was set by a request to the shop. */
export function jarWith(fields: readonly string[], options?: CookieJarOptions): CookieJar {
  const jar = new CookieJar(new Map(), options);
  for (const field of fields) jar.set(field, access());
  return jar;
}

export function cookie(change: Partial<Cookie> = {}): Cookie {
  return {
    name: 'a',
    value: '1',
    domain: 'shop.example',
    path: '/',
    expiryTime: null,
    creationTime: NOW,
    creationNumber: 1,
    lastAccessTime: NOW,
    persistent: false,
    hostOnly: true,
    secureOnly: false,
    httpOnly: false,
    sameSite: 'unspecified',
    partitionKey: null,
    ...change,
  };
}
