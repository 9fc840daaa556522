import { isPotentiallyTrustworthy, isSameOrigin, originOf } from '../http/origin.ts';

/**
 * Value of `Referer` under strict-origin-when-cross-origin, the default policy (Referrer Policy §8.3):
 * all of the address within an origin, the origin alone beyond it, nothing from a secure to an insecure one.
 */
export function referrerFor(targetUrl: string, referrer: string | null): string | null {
  const source = referrer === null ? null : URL.parse(referrer);
  if (!source || originOf(source.href) === 'null') return null;
  if (isSameOrigin(source.href, targetUrl)) return strip(source);
  if (isPotentiallyTrustworthy(source.href) && !isPotentiallyTrustworthy(targetUrl)) return null;
  return `${source.origin}/`;
}

/** Without the fragment and without credentials (Referrer Policy §8.4). */
function strip(source: URL): string {
  const stripped = new URL(source);
  stripped.hash = '';
  stripped.username = '';
  stripped.password = '';
  return stripped.href;
}
