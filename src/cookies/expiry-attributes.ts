import { CHROMIUM_GRAMMAR, parseCookieDate } from './cookie-date.ts';
import type { DecisionNote, NoteCode } from './decision.ts';
import { capLifetime, LIFETIME_LIMIT_DAYS } from './lifetime-cap.ts';
import { parseMaxAge } from './max-age.ts';
import { cookieRule, NO_NOTES, type Noted } from './refusal.ts';

/** Before every date: what has this expiry is gone at once. */
const EARLIEST = -8.64e15;

const SESSION: Noted<null> = { meaning: null, notes: NO_NOTES };

/**
 * When a cookie expires, from its last `Max-Age` and its last `Expires`: `Max-Age` wins, neither makes a
 * session cookie (6265bis §5.7). As in Chromium an unreadable last one is not replaced by an earlier
 * one, and `Expires` is read by a grammar of its own.
 * The meaning is milliseconds since the epoch, or `null` for a session cookie.
 */
export function expiryTimeOf(
  maxAge: string | null,
  expires: string | null,
  now: number,
): Noted<number | null> {
  if (maxAge === null && expires === null) return SESSION;
  const notes: DecisionNote[] = [];
  const seconds = maxAge === null ? null : parseMaxAge(maxAge);
  const date = expires === null ? null : parseCookieDate(expires, CHROMIUM_GRAMMAR);
  if (maxAge !== null && seconds === null)
    notes.push(note('max-age-unreadable', '5.6.2', { value: maxAge }));
  if (expires !== null && date === null)
    notes.push(note('expires-unreadable', '5.6.1', { value: expires }));
  if (seconds !== null && expires !== null) notes.push(note('max-age-wins', '5.7', {}));

  const wanted = seconds === null ? date : fromMaxAge(seconds, now);
  if (wanted === null) return { meaning: null, notes };
  const meaning = capLifetime(wanted, now);
  if (meaning < wanted) notes.push(note('lifetime-capped', '5.5', { days: LIFETIME_LIMIT_DAYS }));
  return { meaning, notes };
}

/** Zero and less mean the earliest time there is. */
function fromMaxAge(seconds: number, now: number): number {
  return seconds <= 0 ? EARLIEST : now + seconds * 1000;
}

function note(code: NoteCode, section: string, values: DecisionNote['values']): DecisionNote {
  return { code, rule: cookieRule(section), values };
}
