import * as m from '../../messages/compiled/messages.js';
import type { Cookie, SameSite } from '../../cookies/cookie.ts';
import { clockDuration } from '../time/duration.ts';

export interface ShownAttribute {
  /** As it is written in `Set-Cookie`. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly meaning: string;
}

const sameSiteNames: Record<SameSite, string> = {
  strict: 'SameSite=Strict',
  lax: 'SameSite=Lax',
  none: 'SameSite=None',
  unspecified: 'SameSite',
};

const sameSiteMeanings: Record<SameSite, () => string> = {
  strict: m.stage_cookie_same_site_strict,
  lax: m.stage_cookie_same_site_lax,
  none: m.stage_cookie_same_site_none,
  unspecified: m.stage_cookie_same_site_unspecified,
};

/** Every attribute of a stored cookie with what it means. */
export function shownAttributes(cookie: Cookie): readonly ShownAttribute[] {
  return [
    cookie.httpOnly
      ? { name: 'HttpOnly', meaning: m.stage_cookie_http_only() }
      : { name: m.stage_cookie_no({ name: 'HttpOnly' }), meaning: m.stage_cookie_not_http_only() },
    cookie.secureOnly
      ? { name: 'Secure', meaning: m.stage_cookie_secure() }
      : { name: m.stage_cookie_no({ name: 'Secure' }), meaning: m.stage_cookie_not_secure() },
    { name: sameSiteNames[cookie.sameSite], meaning: sameSiteMeanings[cookie.sameSite]() },
    cookie.hostOnly
      ? {
          name: m.stage_cookie_no({ name: 'Domain' }),
          meaning: m.stage_cookie_host_only({ domain: cookie.domain }),
        }
      : {
          name: `Domain=${cookie.domain}`,
          meaning: m.stage_cookie_domain({ domain: cookie.domain }),
        },
    { name: `Path=${cookie.path}`, meaning: m.stage_cookie_path({ path: cookie.path }) },
  ];
}

/** When a cookie ends: with the browser, or by the clock. */
export function expiryText(cookie: Cookie, now: number, language: string): string {
  if (cookie.expiryTime === null) return m.stage_cookie_until_close();
  return clockDuration(cookie.expiryTime - now, language);
}
