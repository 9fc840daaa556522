import type { Field } from '../http/message.ts';
import {
  isPotentiallyTrustworthy,
  isSameOrigin,
  isSameSite,
  type PublicSuffixes,
} from '../http/origin.ts';
import type { PlannedRequest } from './planned-request.ts';

export type FetchSite = 'none' | 'same-origin' | 'same-site' | 'cross-site';

/** How far the request comes, over all its redirects (Fetch Metadata §2.3). */
export function fetchSiteOf(
  { initiator, redirectChain, url, kind }: PlannedRequest,
  suffixes?: PublicSuffixes,
): FetchSite {
  if (initiator === null) return 'none';
  // A preflight is a request of its own: how the asking one came here is not told of it.
  const visited = kind === 'preflight' ? [url] : [...redirectChain, url];
  if (visited.every((address) => isSameOrigin(initiator, address))) return 'same-origin';
  return visited.every((address) => isSameSite(initiator, address, suffixes))
    ? 'same-site'
    : 'cross-site';
}

/** `Sec-Fetch-…`, which script cannot set; only to trustworthy targets (Fetch Metadata §2). */
export function fetchMetadata(request: PlannedRequest, suffixes?: PublicSuffixes): Field[] {
  if (!isPotentiallyTrustworthy(request.url))
    // Chromium says it of a preflight wherever that goes.
    return request.kind === 'preflight' ? [['Sec-Fetch-Mode', request.mode]] : [];
  const fields: Field[] = [
    ['Sec-Fetch-Site', fetchSiteOf(request, suffixes)],
    ['Sec-Fetch-Mode', request.mode],
  ];
  if (request.mode === 'navigate' && request.userActivated) fields.push(['Sec-Fetch-User', '?1']);
  return [...fields, ['Sec-Fetch-Dest', request.destination]];
}
