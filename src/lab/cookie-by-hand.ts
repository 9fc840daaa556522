import type { Cookie } from '../cookies/cookie.ts';

/**
 * The cookie that DevTools' Application panel makes when one types a name and a value: for the host of the
 * page, for all its paths, until the browser is closed, without any protection.
 */
export function cookieByHand(
  name: string,
  value: string,
  pageUrl: string,
  now: number,
  creationNumber: number,
): Cookie {
  return {
    name,
    value,
    domain: new URL(pageUrl).hostname,
    path: '/',
    expiryTime: null,
    creationTime: now,
    creationNumber,
    lastAccessTime: now,
    persistent: false,
    hostOnly: true,
    secureOnly: false,
    httpOnly: false,
    sameSite: 'unspecified',
    partitionKey: null,
  };
}
