import type { CookiePriority } from './cookie.ts';

const PRIORITIES: ReadonlyMap<string, CookiePriority> = new Map([
  ['low', 'low'],
  ['high', 'high'],
]);

/** What `Priority`, which only Chromium knows, asks for; medium unless it says low or high. */
export function priorityOf(attribute: string | null): CookiePriority {
  return PRIORITIES.get(attribute?.toLowerCase() ?? '') ?? 'medium';
}
