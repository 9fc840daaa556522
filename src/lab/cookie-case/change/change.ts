import type { CookieCase } from '../cookie-case.ts';

/** What has to be changed, from the smallest to the largest: the field, the code that asks, where things are, the browser. */
export type ChangeScope = 'cookie' | 'code' | 'hosting' | 'browser';

export type ChangeCode =
  | 'add-secure'
  | 'remove-secure'
  | 'remove-domain'
  | 'widen-domain'
  | 'path-root'
  | 'same-site-lax'
  | 'same-site-none'
  | 'add-partitioned'
  | 'remove-partitioned'
  | 'add-http-only'
  | 'drop-prefix'
  | 'session-cookie'
  | 'max-age'
  | 'expires-in-utc'
  | 'strip-control-characters'
  | 'keep-on-server'
  | 'match-scope'
  | 'include-credentials'
  | 'one-host-name'
  | 'ask-the-setter'
  | 'set-on-visit'
  | 'set-in-place'
  | 'use-tls'
  | 'same-site-host'
  | 'own-domain'
  | 'proxy'
  | 'allow-third-party';

/** One thing that may be changed in a case, and the case as it would be then. */
export interface Change {
  readonly code: ChangeCode;
  readonly scope: ChangeScope;
  /** How much it asks of whoever makes it; a change of the field is 1. */
  readonly cost: number;
  /** To be put into its words. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly changed: CookieCase;
}
