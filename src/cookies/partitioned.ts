import { isPotentiallyTrustworthy, siteOf, type PublicSuffixes } from '../http/origin.ts';
import type { CookieAccess } from './access.ts';
import { chromiumRule, type Refusal } from './refusal.ts';

/** How a browser treats the cookies of third parties. */
export type ThirdPartyCookies = 'allowed' | 'blocked' | 'partitioned';

/** The site at the top, which keys a partition: the page's own when there is none above it. */
export function topLevelSiteOf(access: CookieAccess, suffixes: PublicSuffixes): string {
  return access.topLevelSite ?? siteOf(access.url, suffixes);
}

/** Whether a cookie would be read or written for another site than the one at the top, or through a page of another. */
export function isThirdParty(access: CookieAccess, suffixes: PublicSuffixes): boolean {
  if (access.topLevelSite === null) return false;
  return (
    access.hasCrossSiteAncestor === true || access.topLevelSite !== siteOf(access.url, suffixes)
  );
}

/** `Partitioned` needs `Secure` and a secure origin (CHIPS, as Chromium implements it). */
export function refusePartitioned(name: string, secureOnly: boolean, url: string): Refusal | null {
  if (secureOnly && isPotentiallyTrustworthy(url)) return null;
  return { code: 'partitioned-without-secure', rule: chromiumRule, values: { name } };
}
