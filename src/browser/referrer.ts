import { isSameOrigin, originOf } from '../http/origin.ts';
import type { Page } from './tab.ts';

/**
 * Value of `Referer` under strict-origin-when-cross-origin, the default policy (Referrer Policy §8.3):
 * all of the address within an origin, the origin alone beyond it, nothing from TLS to none.
 */
export function referrerFor(targetUrl: string, referrer: string | null): string | null {
  const source = referrer === null ? null : URL.parse(referrer);
  if (!source || originOf(source.href) === 'null') return null;
  if (isSameOrigin(source.href, targetUrl)) return strip(source);
  if (leavesTls(source.href, targetUrl)) return null;
  return `${source.origin}/`;
}

/** The policy speaks of trustworthy URLs; Chromium looks at the schemes, even where `http:` is this very machine. */
export function leavesTls(sourceUrl: string, targetUrl: string): boolean {
  return sourceUrl.startsWith('https:') && !targetUrl.startsWith('https:');
}

/** The address of which a document's `Referer` is made: none for an opaque origin (Referrer Policy §8.3). */
export function referrerOf({ origin, url }: Page): string | null {
  return origin === 'null' ? null : url;
}

/** Without the fragment and without credentials (Referrer Policy §8.4). */
function strip(source: URL): string {
  const stripped = new URL(source);
  stripped.hash = '';
  stripped.username = '';
  stripped.password = '';
  return stripped.href;
}
