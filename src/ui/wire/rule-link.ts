import type { Rule, RuleDocument } from '../../http/rule.ts';

interface Document {
  readonly label: string;
  readonly href: string | null;
  /** Fragment of a section, where the document has fragments that follow from its number. */
  readonly section?: (section: string) => string;
}

const rfcSection = (section: string): string => `#section-${section}`;

function rfc(number: string): Document {
  return {
    label: `RFC ${number}`,
    href: `https://www.rfc-editor.org/rfc/rfc${number}.html`,
    section: rfcSection,
  };
}

const documents: Record<RuleDocument, Document> = {
  RFC6265bis: {
    label: '6265bis',
    href: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22',
    section: rfcSection,
  },
  RFC9110: rfc('9110'),
  RFC9112: rfc('9112'),
  RFC7515: rfc('7515'),
  RFC7516: rfc('7516'),
  RFC7517: rfc('7517'),
  RFC7518: rfc('7518'),
  RFC7519: rfc('7519'),
  RFC7797: rfc('7797'),
  RFC8037: rfc('8037'),
  RFC8725: rfc('8725'),
  RFC6749: rfc('6749'),
  RFC6750: rfc('6750'),
  RFC9700: rfc('9700'),
  RFC6797: rfc('6797'),
  'OWASP-SM': {
    label: 'OWASP',
    href: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  },
  'ASVS-V3': {
    label: 'ASVS 5.0',
    href: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
  },
  'ASVS-V7': {
    label: 'ASVS 5.0',
    href: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
  },
  'OWASP-CSRF': {
    label: 'OWASP, CSRF',
    href: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  },
  'OWASP-XSS': {
    label: 'OWASP, XSS',
    href: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  },
  FetchMetadata: { label: 'Fetch Metadata', href: 'https://www.w3.org/TR/fetch-metadata/' },
  Fetch: { label: 'Fetch', href: 'https://fetch.spec.whatwg.org/' },
  HTML: { label: 'HTML', href: 'https://html.spec.whatwg.org/multipage/' },
  CookieStore: { label: 'Cookie Store API', href: 'https://cookiestore.spec.whatwg.org/' },
  CSP: { label: 'CSP', href: 'https://www.w3.org/TR/CSP3/' },
  MixedContent: { label: 'Mixed Content', href: 'https://www.w3.org/TR/mixed-content/' },
  Chromium: { label: 'Chromium', href: 'https://www.chromium.org/updates/same-site/' },
  Shop: { label: 'Crumb', href: null },
};

/** How a rule is cited, and where it can be read; `href` is `null` for the shop's own rules. */
export interface RuleCitation {
  readonly label: string;
  readonly href: string | null;
}

export function ruleCitation({ document, section }: Rule): RuleCitation {
  const { label, href, section: fragment } = documents[document];
  return {
    label: section === undefined ? label : `${label} §${section}`,
    href: href === null || section === undefined || !fragment ? href : href + fragment(section),
  };
}
