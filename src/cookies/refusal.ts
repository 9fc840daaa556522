import type { Rule } from '../http/rule.ts';
import type { DecisionNote, DecisionValues, RejectedCode } from './decision.ts';

/** A rule's verdict against a cookie. */
export interface Refusal {
  readonly code: RejectedCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
}

/** A section of RFC 6265bis (draft-ietf-httpbis-rfc6265bis-22). */
export function cookieRule(section: string): Rule {
  return { document: 'RFC6265bis', section };
}

/** What Chromium does beyond, or against, the RFC. */
export const chromiumRule: Rule = { document: 'Chromium' };

/** Mostly there is nothing to note. */
export const NO_NOTES: readonly DecisionNote[] = [];

/** What an attribute means, and what was noticed while reading it. */
export interface Noted<Meaning> {
  readonly meaning: Meaning;
  readonly notes: readonly DecisionNote[];
}

/** All of them in turn; mostly there are none, and no list is made. */
export function allNotes(
  first: readonly DecisionNote[],
  second: readonly DecisionNote[],
): readonly DecisionNote[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
