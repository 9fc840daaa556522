import type { SameSite } from './cookie.ts';
import { cookieRule, NO_NOTES, type Noted } from './refusal.ts';

const UNSPECIFIED: Noted<SameSite> = { meaning: 'unspecified', notes: NO_NOTES };
const STRICT: Noted<SameSite> = { meaning: 'strict', notes: NO_NOTES };
const LAX: Noted<SameSite> = { meaning: 'lax', notes: NO_NOTES };
const NONE: Noted<SameSite> = { meaning: 'none', notes: NO_NOTES };

/** In lower case, and as most servers write them, which need not be put into it first. */
const ENFORCEMENTS: ReadonlyMap<string, Noted<SameSite>> = new Map([
  ['strict', STRICT],
  ['lax', LAX],
  ['none', NONE],
  ['Strict', STRICT],
  ['Lax', LAX],
  ['None', NONE],
]);

/** What `SameSite` asks for; absent, empty and unknown values leave it unspecified (6265bis §5.6.7). */
export function sameSiteOf(attribute: string | null): Noted<SameSite> {
  if (attribute === null) return UNSPECIFIED;
  const sameSite = ENFORCEMENTS.get(attribute) ?? ENFORCEMENTS.get(attribute.toLowerCase());
  if (sameSite !== undefined) return sameSite;
  return {
    meaning: 'unspecified',
    notes: [{ code: 'same-site-unknown', rule: cookieRule('5.6.7'), values: { value: attribute } }],
  };
}
