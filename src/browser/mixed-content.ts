import { isIpAddress } from '../http/host.ts';
import { isPotentiallyTrustworthy } from '../http/origin.ts';
import type { Page } from './tab.ts';

/** Whether one of the documents, each of which holds the next, came by TLS: nothing without TLS may come into it. */
export function prohibitsMixedContent(documents: readonly Pick<Page, 'url'>[]): boolean {
  return documents.some(({ url }) => url.startsWith('https:'));
}

/** Whether that address would be mixed content; the machine itself is not (Mixed Content §4.4). */
export function isMixedContent(url: string): boolean {
  return !isPotentiallyTrustworthy(url);
}

/** Whether a picture that is asked for there, and all that it redirects to, is asked for by TLS (Mixed Content §4.1). */
export function isUpgradeable(url: string): boolean {
  return !isIpAddress(new URL(url).hostname);
}

/** The same address by TLS; a port that is said stays. */
export function byTls(url: string): string {
  const upgraded = new URL(url);
  if (upgraded.protocol === 'http:') upgraded.protocol = 'https:';
  return upgraded.href;
}
