import type { CookieAccess } from '../cookies/access.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';
import { parseSetCookie } from '../cookies/parse-set-cookie.ts';
import { sameSiteContextOf } from '../cookies/same-site-context.ts';
import { isSameSite, siteOf, type PublicSuffixes } from '../http/origin.ts';
import { staysInOrigin } from './cors/response-tainting.ts';
import type { PlannedRequest } from './planned-request.ts';

/** What the jar is told of a request. */
export function cookieAccessOf(
  request: PlannedRequest,
  now: number,
  suffixes: PublicSuffixes,
): CookieAccess {
  return {
    url: request.url,
    api: 'http',
    sameSiteContext: sameSiteContextOf(
      {
        url: request.url,
        redirectChain: request.redirectChain,
        initiator: request.initiator,
        method: request.method,
        kind: request.kind === 'frame' ? 'navigation' : request.kind,
        topLevelUrl: request.topLevelUrl,
        frameAncestors: request.frameAncestors,
        userTyped: request.initiator === null,
      },
      suffixes,
    ),
    topLevelSite: siteOf(request.topLevelUrl ?? request.url, suffixes),
    hasCrossSiteAncestor: isThroughAnotherSite(request, suffixes),
    now,
  };
}

/** Whether a document of another site than the one at the top lies between it and what asks. */
export function isThroughAnotherSite(
  { topLevelUrl, frameAncestors }: Pick<PlannedRequest, 'topLevelUrl' | 'frameAncestors'>,
  suffixes: PublicSuffixes,
): boolean {
  return (
    topLevelUrl !== null &&
    frameAncestors.some((origin) => !isSameSite(origin, topLevelUrl, suffixes))
  );
}

/** Whether the credentials mode lets cookies go and be set (Fetch, "includeCredentials"). */
export function includesCredentials(request: PlannedRequest): boolean {
  const { credentials } = request;
  return credentials === 'same-origin' ? staysInOrigin(request) : credentials === 'include';
}

/** What becomes of a Set-Cookie whose request was to carry no credentials: it is ignored (Fetch §4.7). */
export function ignoreSetCookie(fieldValue: string): SetCookieDecision {
  const parsed = parseSetCookie(fieldValue);
  const name = parsed.ok ? parsed.text.name : parsed.name;
  return {
    ok: false,
    code: 'credentials-omitted',
    rule: { document: 'Fetch', section: '4.7' },
    values: { name },
    fieldValue,
    name,
    notes: [],
  };
}

/** The decisions, with all that would have gone withheld for the sake of the credentials mode. */
export function withholdAll({ sent, withheld }: Retrieval): Retrieval {
  const omitted = sent.map((decision) => ({
    ...decision,
    ok: false,
    code: 'credentials-omitted' as const,
    rule: { document: 'Fetch', section: '4.6' } as const,
  }));
  return { sent: [], withheld: [...omitted, ...withheld], fieldValue: null };
}
