import type { SameSiteContext } from './access.ts';
import type { Cookie, SameSite } from './cookie.ts';
import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';

/** Milliseconds for which a new cookie without `SameSite` also goes with a cross-site top-level POST. */
export const LAX_ALLOWING_UNSAFE_AGE = 2 * 60 * 1000;

const WRITTEN: Readonly<Record<SameSite, string>> = {
  strict: 'Strict',
  lax: 'Lax',
  none: 'None',
  unspecified: 'Lax',
};

/** As it stands in the attribute; `Lax` where there is none, as it is enforced. */
export function sameSiteText(sameSite: SameSite): string {
  return WRITTEN[sameSite];
}

/** A cookie for all sites must be Secure (6265bis §5.7). */
export function refuseNoneWithoutSecure(cookie: Cookie): Refusal | null {
  if (cookie.sameSite !== 'none' || cookie.secureOnly) return null;
  return {
    code: 'same-site-none-without-secure',
    rule: cookieRule('5.7'),
    values: { name: cookie.name },
  };
}

/**
 * SameSite limits setting too (6265bis §5.7): any top-level navigation may set such a cookie, whatever its
 * method, but no cross-site picture, frame or fetch.
 */
export function refuseCrossSite(cookie: Cookie, context: SameSiteContext): Refusal | null {
  if (cookie.sameSite === 'none' || context !== 'cross-site') return null;
  const values = { name: cookie.name, sameSite: sameSiteText(cookie.sameSite) };
  return { code: 'same-site-cross-site', rule: cookieRule('5.7'), values };
}

/** Whether SameSite lets a cookie go with a request (6265bis §5.8.3), and by which rule. */
export function sameSiteAllows(cookie: Cookie, context: SameSiteContext, now: number): boolean {
  if (cookie.sameSite === 'none' || context === 'strict') return true;
  if (cookie.sameSite === 'strict') return false;
  return context === 'lax' || isLaxAllowingUnsafe(cookie, context, now);
}

/** Chromium's exception for log-ins that come back with a POST (6265bis §5.6.7.2). */
export function isLaxAllowingUnsafe(
  cookie: Cookie,
  context: SameSiteContext,
  now: number,
): boolean {
  return (
    cookie.sameSite === 'unspecified' &&
    context === 'lax-method-unsafe' &&
    now - cookie.creationTime <= LAX_ALLOWING_UNSAFE_AGE
  );
}

/** Which rule withholds a cookie of that kind. */
export const SAME_SITE_RULES = {
  strict: cookieRule('5.6.7.1'),
  lax: cookieRule('5.6.7.1'),
  unspecified: chromiumRule,
} as const;
