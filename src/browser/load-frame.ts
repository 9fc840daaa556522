import type { CheckedAddress } from './address.ts';
import type { DocumentPlace } from './document-place.ts';
import { sourceOf, type Navigation } from './navigation.ts';
import { isSameDocument } from './tab-history.ts';
import type { Page } from './tab.ts';

/** Deeper than that nothing is loaded any more; a browser's own limit is far beyond what a page needs. */
const DEPTH_LIMIT = 10;

/** How a frame comes to its first document: in the name of the document that holds it. */
export function frameNavigation(place: DocumentPlace, to: CheckedAddress): Navigation {
  return {
    to,
    method: 'GET',
    content: '',
    cause: 'frame',
    source: sourceOf(place),
    userActivated: false,
    entryIndex: null,
  };
}

/** Chromium loads a document into itself once, not twice; else it would go on for ever. */
export function isTooDeep(url: string, ancestors: readonly Page[]): boolean {
  const same = ancestors.filter((page) => isSameDocument(page.url, url));
  return same.length > 1 || ancestors.length > DEPTH_LIMIT;
}
