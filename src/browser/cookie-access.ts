import type { CookieAccess } from '../cookies/access.ts';
import type { Retrieval } from '../cookies/decision.ts';
import { sameSiteContextOf } from '../cookies/same-site-context.ts';
import { isSameOrigin, siteOf, type PublicSuffixes } from '../http/origin.ts';
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
    now,
  };
}

/** Whether the credentials mode lets cookies go and be set (Fetch, "includeCredentials"). */
export function includesCredentials({
  credentials,
  initiator,
  redirectChain,
  url,
}: PlannedRequest): boolean {
  if (credentials !== 'same-origin') return credentials === 'include';
  return (
    initiator === null ||
    [...redirectChain, url].every((visited) => isSameOrigin(visited, initiator))
  );
}

/** The decisions, with all that would have gone withheld for the sake of the credentials mode. */
export function withholdAll({ sent, withheld }: Retrieval): Retrieval {
  const omitted = sent.map((decision) => ({
    ...decision,
    ok: false,
    code: 'credentials-omitted' as const,
    rule: { document: 'Fetch' } as const,
  }));
  return { sent: [], withheld: [...omitted, ...withheld], fieldValue: null };
}
