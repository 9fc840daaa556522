import type { Rule } from '../http/rule.ts';
import type { Page, PageScript } from './tab.ts';

/** What a document wants to do that its policy has a say in. */
export type PolicyQuestion =
  | { readonly kind: 'inline-script'; readonly nonce?: string | undefined }
  /** A handler in an attribute, `onclick` for instance. */
  | { readonly kind: 'handler' }
  | { readonly kind: 'script'; readonly url: string; readonly nonce?: string | undefined }
  | { readonly kind: 'connect'; readonly url: string }
  | { readonly kind: 'image'; readonly url: string };

export type PolicyVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'blocked-by-policy';
      readonly rule: Rule;
      readonly values: { readonly directive: string; readonly sources: string };
    };

/** Directives that decide, the first one that the policy has (CSP3, "fallback list"). */
const directives: Readonly<Record<PolicyQuestion['kind'], readonly string[]>> = {
  'inline-script': ['script-src-elem', 'script-src', 'default-src'],
  handler: ['script-src-attr', 'script-src', 'default-src'],
  script: ['script-src-elem', 'script-src', 'default-src'],
  connect: ['connect-src', 'default-src'],
  image: ['img-src', 'default-src'],
};

/**
 * Whether the policies of the document's response allow it: each of them has to. Hashes of scripts are
 * not computed here, so that they allow none.
 */
export function checkPolicy(
  { policies, url }: Pick<Page, 'policies' | 'url'>,
  question: PolicyQuestion,
): PolicyVerdict {
  for (const policy of policies.flatMap((value) => value.split(','))) {
    const found = directiveIn(policy, directives[question.kind]);
    if (found === null || allows(found.sources, question, url)) continue;
    const values = { directive: found.name, sources: found.sources.join(' ') || "'none'" };
    return { ok: false, code: 'blocked-by-policy', rule: { document: 'CSP' }, values };
  }
  return { ok: true };
}

/** Whether the page's policy lets the script be loaded and run. */
export function checkScript(page: Page, { url, nonce }: PageScript): PolicyVerdict {
  return checkPolicy(
    page,
    url === null ? { kind: 'inline-script', nonce } : { kind: 'script', url, nonce },
  );
}

interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
}

/** Of two with the same name the first one counts. */
function directiveIn(policy: string, names: readonly string[]): Directive | null {
  const all = policy.split(';').map((text) => text.trim().split(/\s+/));
  for (const name of names) {
    const found = all.find(([written]) => written?.toLowerCase() === name);
    if (found) return { name, sources: found.slice(1) };
  }
  return null;
}

function allows(sources: readonly string[], question: PolicyQuestion, pageUrl: string): boolean {
  const has = (keyword: string): boolean => sources.some((one) => one.toLowerCase() === keyword);
  const { nonce } = 'nonce' in question ? question : {};
  if (nonce !== undefined && nonce !== '' && sources.includes(`'nonce-${nonce}'`)) return true;
  if ('url' in question) return sources.some((source) => matchesUrl(source, question.url, pageUrl));
  // A nonce or a hash in the list makes browsers overlook 'unsafe-inline'.
  return (
    has("'unsafe-inline'") && !sources.some((one) => /^'(?:nonce|sha(?:256|384|512))-/i.test(one))
  );
}

function matchesUrl(source: string, address: string, pageUrl: string): boolean {
  const url = URL.parse(address);
  const page = new URL(pageUrl);
  if (url === null) return false;
  const written = source.toLowerCase();
  if (written === "'self'")
    return url.host === page.host && isSameOrSafer(url.protocol, page.protocol);
  if (written === '*') return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/.test(written)) return isSameOrSafer(url.protocol, written);
  return matchesHost(source, url, page);
}

/** `scheme://host:port/path`, of which only the host must be there. */
function matchesHost(source: string, url: URL, page: URL): boolean {
  const found = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?(\*|(?:\*\.)?[\w.-]+)(?::(\d+|\*))?(\/.*)?$/i.exec(
    source,
  );
  if (!found) return false;
  const [, scheme = page.protocol, host = '', port, path = '/'] = found;
  const standardPort = url.protocol === 'https:' ? '443' : '80';
  return (
    isSameOrSafer(url.protocol, scheme.toLowerCase()) &&
    matchesName(host.toLowerCase(), url.hostname) &&
    (port === undefined ? url.port === '' : port === '*' || port === (url.port || standardPort)) &&
    (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path)
  );
}

function matchesName(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

/** What may be fetched in the clear may be fetched by TLS as well. */
function isSameOrSafer(protocol: string, written: string): boolean {
  return protocol === written || (written === 'http:' && protocol === 'https:');
}
