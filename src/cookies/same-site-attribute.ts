import type { SameSite } from './cookie.ts';
import { cookieRule, NO_NOTES, type Noted } from './refusal.ts';

const ENFORCEMENTS: ReadonlyMap<string, SameSite> = new Map([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['none', 'none'],
]);

/** What `SameSite` asks for; absent, empty and unknown values leave it unspecified (6265bis §5.6.7). */
export function sameSiteOf(attribute: string | null): Noted<SameSite> {
  if (attribute === null) return { meaning: 'unspecified', notes: NO_NOTES };
  const sameSite = ENFORCEMENTS.get(attribute.toLowerCase());
  if (sameSite !== undefined) return { meaning: sameSite, notes: NO_NOTES };
  return {
    meaning: 'unspecified',
    notes: [{ code: 'same-site-unknown', rule: cookieRule('5.6.7'), values: { value: attribute } }],
  };
}
