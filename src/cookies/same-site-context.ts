import { isSameSite, type PublicSuffixes } from '../http/origin.ts';
import type { SameSiteContext } from './access.ts';

/** What a browser knows of a request before it chooses the cookies. */
export interface RequestCircumstances {
  readonly url: string;
  /** URLs that redirected here, oldest first. Chromium does not consider them (its feature is off by default). */
  readonly redirectChain: readonly string[];
  /** URL of the document that started the request; `null` for the address bar. */
  readonly initiator: string | null;
  readonly method: string;
  readonly kind: 'navigation' | 'subresource' | 'fetch' | 'preflight';
  /** URL of the document at the top. `null` for a top-level navigation; set for a navigation in a frame. */
  readonly topLevelUrl: string | null;
  /** URLs of the documents between the top and the one that asks. */
  readonly frameAncestors?: readonly string[];
  readonly userTyped: boolean;
}

/** Methods that promise to change nothing (RFC 9110 §9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * How near a request is to its target's site (6265bis §5.2, with schemes, as Chromium does it today).
 * An address typed in is strict; elsewhere the initiator, and in a page every document above it, must be
 * of the same site.
 */
export function sameSiteContextOf(
  request: RequestCircumstances,
  suffixes?: PublicSuffixes,
): SameSiteContext {
  const isTopLevelNavigation = request.kind === 'navigation' && request.topLevelUrl === null;
  if (isTopLevelNavigation && request.userTyped) return 'strict';

  const isOfTheSite = (url: string | null): boolean =>
    url === null || isSameSite(url, request.url, suffixes);
  const hasSameSiteInitiator = isOfTheSite(request.initiator);
  if (isTopLevelNavigation) {
    if (hasSameSiteInitiator) return 'strict';
    return SAFE_METHODS.has(request.method.toUpperCase()) ? 'lax' : 'lax-method-unsafe';
  }
  const above = [request.topLevelUrl, ...(request.frameAncestors ?? [])];
  return hasSameSiteInitiator && above.every(isOfTheSite) ? 'strict' : 'cross-site';
}
