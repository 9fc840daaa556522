import type { CookieAccess } from './access.ts';
import type { Cookie } from './cookie.ts';
import { cookieRule, type Refusal } from './refusal.ts';

/** A script can neither set an HttpOnly cookie nor overwrite one (6265bis §5.7). */
export function refuseHttpOnly(
  cookie: Cookie,
  previous: Cookie | null,
  api: CookieAccess['api'],
): Refusal | null {
  if (api === 'http') return null;
  const values = { name: cookie.name };
  if (cookie.httpOnly) return { code: 'http-only-from-script', rule: cookieRule('5.7'), values };
  if (previous?.httpOnly === true)
    return { code: 'http-only-not-overwritten', rule: cookieRule('5.7'), values };
  return null;
}
