import type { CookieAccess } from '../cookies/access.ts';
import { sameSiteContextOf } from '../cookies/same-site-context.ts';
import { isPotentiallyTrustworthy, siteOf, type PublicSuffixes } from '../http/origin.ts';
import { isThroughAnotherSite } from './cookie-access.ts';
import { clientOf } from './document-request.ts';
import type { DocumentPlace } from './document-place.ts';

/** What the jar is told of a script: strict if its document and all above it are of one site, else cross-site. */
export function documentCookieAccess(
  place: DocumentPlace,
  now: number,
  suffixes: PublicSuffixes,
): CookieAccess {
  const { initiator, topLevelUrl, frameAncestors } = clientOf(place);
  const { url } = place.page;
  return {
    url,
    api: 'script',
    sameSiteContext: sameSiteContextOf(
      {
        url,
        redirectChain: [],
        initiator,
        method: 'GET',
        kind: 'subresource',
        topLevelUrl,
        frameAncestors,
        userTyped: false,
      },
      suffixes,
    ),
    topLevelSite: siteOf(topLevelUrl ?? url, suffixes),
    hasCrossSiteAncestor: isThroughAnotherSite({ topLevelUrl, frameAncestors }, suffixes),
    now,
  };
}

/** Whether the document and all above it came safely (Secure Contexts §3). */
export function isSecureContext({ page, ancestors }: DocumentPlace): boolean {
  return [...ancestors, page].every(({ url }) => isPotentiallyTrustworthy(url));
}
