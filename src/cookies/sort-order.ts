import type { Cookie } from './cookie.ts';

/** Order in the `Cookie` field: longer paths first, then older cookies first (6265bis §5.8.3). */
export function compareForSending(a: Cookie, b: Cookie): number {
  return b.path.length - a.path.length || compareByCreation(a, b);
}

/** Oldest first. */
export function compareByCreation(a: Cookie, b: Cookie): number {
  return a.creationTime - b.creationTime || a.creationNumber - b.creationNumber;
}

/** Least recently used first. */
export function compareByLastAccess(a: Cookie, b: Cookie): number {
  return a.lastAccessTime - b.lastAccessTime || compareByCreation(a, b);
}
