import type { Rule } from '../http/rule.ts';
import type { Cookie } from './cookie.ts';

/** Values on which a decision was taken, to be put into its explanation. */
export type DecisionValues = Readonly<Record<string, string | number>>;

export type StoredCode = 'stored' | 'replaced' | 'deleted' | 'nothing-to-delete';

export type RejectedCode =
  | 'url-without-cookies'
  | 'control-character'
  | 'empty'
  | 'too-large'
  | 'domain-mismatch'
  | 'domain-public-suffix'
  | 'secure-from-insecure-origin'
  | 'secure-cookie-left-alone'
  | 'http-only-from-script'
  | 'http-only-not-overwritten'
  | 'same-site-cross-site'
  | 'same-site-none-without-secure'
  | 'secure-prefix'
  | 'host-prefix'
  | 'http-prefix'
  | 'host-http-prefix'
  | 'nameless-with-prefix'
  | 'nameless-with-equals-sign'
  | 'partitioned-without-secure'
  | 'third-party-blocked'
  | 'credentials-omitted';

export type NoteCode =
  | 'attribute-unknown'
  | 'attribute-too-large'
  | 'attribute-repeated'
  | 'domain-is-public-suffix'
  | 'path-not-absolute'
  | 'same-site-unknown'
  | 'max-age-unreadable'
  | 'expires-unreadable'
  | 'max-age-wins'
  | 'lifetime-capped';

/** What was noticed on the way without changing the verdict: an attribute ignored, a lifetime capped. */
export interface DecisionNote {
  readonly code: NoteCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
}

/** What the jar decided about one `Set-Cookie` field value (6265bis §5.7). */
export type SetCookieDecision = CookieStored | CookieRejected;

export interface CookieStored {
  readonly ok: true;
  readonly code: StoredCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
  /** The field value as it arrived. */
  readonly fieldValue: string;
  readonly cookie: Cookie;
  /** The cookie that it replaced or deleted. */
  readonly previous: Cookie | null;
  readonly notes: readonly DecisionNote[];
}

export interface CookieRejected {
  readonly ok: false;
  readonly code: RejectedCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
  readonly fieldValue: string;
  /** Name as far as it could be parsed. */
  readonly name: string;
  readonly notes: readonly DecisionNote[];
}

export type SentCode = 'sent';

export type WithheldCode =
  | 'url-without-cookies'
  | 'domain'
  | 'host-only'
  | 'path'
  | 'secure'
  | 'http-only'
  | 'same-site-strict'
  | 'same-site-lax'
  | 'same-site-unspecified'
  | 'expired'
  | 'partition'
  | 'third-party-blocked'
  | 'credentials-omitted';

/** What the jar decided about one cookie and one request (6265bis §5.8.3). */
export interface SendDecision {
  readonly ok: boolean;
  readonly code: SentCode | WithheldCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
  readonly cookie: Cookie;
}

/** All decisions about one request. */
export interface Retrieval {
  /** In the order in which they are sent. */
  readonly sent: readonly SendDecision[];
  readonly withheld: readonly SendDecision[];
  /** The `Cookie` field's value; `null` when there is nothing to send. */
  readonly fieldValue: string | null;
}
