import { isIpAddress } from '../http/host.ts';
import type { PublicSuffixes } from '../http/public-suffixes.ts';
import { canonicalHost } from './canonical-host.ts';
import type { DecisionNote } from './decision.ts';
import { domainMatches } from './domain-matches.ts';
import { cookieRule, NO_NOTES, type Refusal } from './refusal.ts';

/** Which hosts a cookie belongs to. */
export type CookieScope =
  | {
      readonly ok: true;
      readonly domain: string;
      readonly hostOnly: boolean;
      readonly notes: readonly DecisionNote[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The scope that a `Domain` attribute asks for, seen from the host that sets it (6265bis §5.6.3, §5.7).
 * Absent or empty: that host only. A public suffix is refused, unless it is the host itself.
 */
export function scopeOf(
  attribute: string | null,
  host: string,
  suffixes: PublicSuffixes,
): CookieScope {
  if (attribute === null || attribute === '') return hostOnly(host);
  const domain = canonicalHost(attribute.startsWith('.') ? attribute.slice(1) : attribute);
  if (domain === null) return refuse('domain-mismatch', { domain: attribute, host });
  if (isIpAddress(host) && domain === host) return hostOnly(host);
  if (suffixes.isPublicSuffix(domain)) {
    if (domain !== host) return refuse('domain-public-suffix', { domain, host });
    return hostOnly(host, [
      { code: 'domain-is-public-suffix', rule: cookieRule('5.7'), values: { domain } },
    ]);
  }
  if (!domainMatches(host, domain)) return refuse('domain-mismatch', { domain, host });
  return { ok: true, domain, hostOnly: false, notes: NO_NOTES };
}

function hostOnly(host: string, notes = NO_NOTES): CookieScope {
  return { ok: true, domain: host, hostOnly: true, notes };
}

function refuse(
  code: 'domain-mismatch' | 'domain-public-suffix',
  values: Refusal['values'],
): CookieScope {
  return { ok: false, refusal: { code, rule: cookieRule('5.7'), values } };
}
