import type { CookieAccess } from '../../src/cookies/access.ts';
import { sameSiteContextOf } from '../../src/cookies/same-site-context.ts';
import { siteOf } from '../../src/http/origin.ts';
import type { CookieStep } from './case-file.ts';
import { realPublicSuffixes } from './real-public-suffixes.ts';

/** Any moment: no case waits. */
const now = Date.UTC(2026, 9, 1);

const kinds = {
  typed: 'navigation',
  nav: 'navigation',
  'form-post': 'navigation',
  iframe: 'navigation',
  fetch: 'fetch',
  img: 'subresource',
  dom: 'fetch',
} as const;

/** The request of a step, as the jar is told of it: the hops before it are the chain of redirects. */
export function requestAccess({ url, ctx }: CookieStep): CookieAccess {
  return {
    url,
    api: 'http',
    sameSiteContext: sameSiteContextOf(
      {
        url,
        redirectChain: ctx.via,
        initiator: ctx.initiator,
        method: ctx.method,
        kind: kinds[ctx.kind],
        topLevelUrl: ctx.topLevel,
        userTyped: ctx.kind === 'typed',
      },
      realPublicSuffixes,
    ),
    topLevelSite: siteOf(ctx.topLevel ?? url, realPublicSuffixes),
    now,
  };
}

/** The script of a document at the step's URL: in a frame, what stands above it counts too. */
export function scriptAccess({ url, ctx }: CookieStep): CookieAccess {
  const topLevelUrl = ctx.kind === 'iframe' || ctx.kind === 'dom' ? ctx.topLevel : null;
  return {
    url,
    api: 'script',
    sameSiteContext: sameSiteContextOf(
      {
        url,
        redirectChain: [],
        initiator: url,
        method: 'GET',
        kind: 'fetch',
        topLevelUrl,
        userTyped: false,
      },
      realPublicSuffixes,
    ),
    topLevelSite: siteOf(topLevelUrl ?? url, realPublicSuffixes),
    now,
  };
}
