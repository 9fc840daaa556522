import type { Cookie } from './cookie.ts';

/** Whether a cookie's time is over: at its expiry, not after it (as Chromium compares). */
export function isExpired(cookie: Cookie, now: number): boolean {
  return cookie.expiryTime !== null && cookie.expiryTime <= now;
}
