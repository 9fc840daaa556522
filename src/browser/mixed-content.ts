import { isPotentiallyTrustworthy } from '../http/origin.ts';
import type { DocumentPlace } from './document-place.ts';

/** Whether the document, or one above it, came by TLS, so that nothing without TLS may come into it. */
export function prohibitsMixedContent({ page, ancestors }: DocumentPlace): boolean {
  return [...ancestors, page].some(({ url }) => url.startsWith('https:'));
}

/** Whether that address would be mixed content; the machine itself is not (Mixed Content §4). */
export function isMixedContent(url: string): boolean {
  return !isPotentiallyTrustworthy(url);
}
