import { siteOf, type PublicSuffixes } from '../http/origin.ts';
import type { CookieAccess } from './access.ts';
import { topLevelSiteOf } from './partitioned.ts';

/** Stands after the site in the key of what a page of another site lies between; no site has a space in it. */
const CROSS_SITE_ANCESTOR = ' (cross-site ancestor)';

/**
 * Under which partition an access reads and writes: the site at the top. A page within one of another site
 * within its own site has a partition apart (Chromium, "has cross-site ancestor").
 */
export function partitionKeyOf(access: CookieAccess, suffixes: PublicSuffixes): string {
  const site = topLevelSiteOf(access, suffixes);
  const isThroughAnother =
    access.hasCrossSiteAncestor === true && site === siteOf(access.url, suffixes);
  return isThroughAnother ? `${site}${CROSS_SITE_ANCESTOR}` : site;
}

/** The site at the top of a partition. */
export function partitionSite(key: string): string {
  return hasCrossSiteAncestor(key) ? key.slice(0, -CROSS_SITE_ANCESTOR.length) : key;
}

/** Whether a page of another site lies between the top and whoever uses that partition. */
export function hasCrossSiteAncestor(key: string): boolean {
  return key.endsWith(CROSS_SITE_ANCESTOR);
}

/** A key as somebody may have written it, with its site made canonical; `null` where that is no site. */
export function canonicalPartitionKey(written: string, suffixes?: PublicSuffixes): string | null {
  const site = siteOf(partitionSite(written), suffixes);
  if (site === 'null') return null;
  return hasCrossSiteAncestor(written) ? `${site}${CROSS_SITE_ANCESTOR}` : site;
}
