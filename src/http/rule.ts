/**
 * Where a decision comes from. Every decision of the lab names the rule that took it, so that the
 * learner can read it up: "RFC 6265bis §5.7", "RFC 7519 §4.1.4", "Chromium".
 */
export interface Rule {
  readonly document: RuleDocument;
  /** Section number without the sign, e.g. `5.7`; absent where the document has none. */
  readonly section?: string;
}

export type RuleDocument =
  | 'RFC6265bis'
  | 'RFC9110'
  | 'RFC9112'
  | 'RFC7515'
  | 'RFC7516'
  | 'RFC7517'
  | 'RFC7518'
  | 'RFC7519'
  | 'RFC7797'
  | 'RFC8037'
  | 'RFC8725'
  | 'RFC6749'
  | 'RFC6750'
  | 'RFC9700'
  | 'RFC6797'
  | 'OWASP-SM'
  | 'ASVS-V3'
  | 'ASVS-V7'
  | 'OWASP-CSRF'
  | 'OWASP-XSS'
  | 'FetchMetadata'
  | 'Fetch'
  | 'HTML'
  | 'CookieStore'
  | 'CSP'
  | 'MixedContent'
  | 'Chromium'
  | 'Shop';
