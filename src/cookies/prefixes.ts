import type { CookieAccess } from './access.ts';
import { isIpAddress } from '../http/host.ts';
import { parsedUrl } from '../http/parsed-url.ts';
import { isPotentiallyTrustworthy } from '../http/origin.ts';
import type { Cookie } from './cookie.ts';
import type { RejectedCode } from './decision.ts';
import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';

/** What a cookie promises with its name; the longest prefix first. */
const PREFIXES = [
  { prefix: '__Host-Http-', code: 'host-http-prefix', host: true, http: true },
  { prefix: '__Host-', code: 'host-prefix', host: true, http: false },
  { prefix: '__Http-', code: 'http-prefix', host: false, http: true },
  { prefix: '__Secure-', code: 'secure-prefix', host: false, http: false },
] as const satisfies readonly {
  prefix: string;
  code: RejectedCode;
  host: boolean;
  http: boolean;
}[];

export type PrefixRule = (typeof PREFIXES)[number];

/** The prefix of a cookie's name, without regard to case; `null` when it has none (6265bis §5.4). */
export function prefixOf(name: string): PrefixRule | null {
  if (!name.startsWith('__')) return null;
  const lower = name.toLowerCase();
  return PREFIXES.find(({ prefix }) => lower.startsWith(prefix.toLowerCase())) ?? null;
}

/** The attributes that a prefix speaks of, as they were written. */
export interface PrefixedCookie {
  readonly cookie: Cookie;
  readonly domainAttribute: string | null;
  readonly pathAttribute: string | null;
}

/** Refuses a cookie that does not keep what its name promises (6265bis §5.4; `__Http-` as in Chromium). */
export function refusePrefix(candidate: PrefixedCookie, access: CookieAccess): Refusal | null {
  const { name, value } = candidate.cookie;
  if (name === '') return refuseHiddenPrefix(value);
  const rule = prefixOf(name);
  if (rule === null || keepsPromise(rule, candidate, access)) return null;
  return { code: rule.code, rule: rule.http ? chromiumRule : cookieRule('5.4'), values: { name } };
}

function keepsPromise(rule: PrefixRule, candidate: PrefixedCookie, access: CookieAccess): boolean {
  const { secureOnly, httpOnly } = candidate.cookie;
  if (!secureOnly || !isPotentiallyTrustworthy(access.url)) return false;
  if (rule.http && (!httpOnly || access.api !== 'http')) return false;
  return !rule.host || belongsToHost(candidate, access.url);
}

/** No `Domain`, and `Path=/` written out. An IP address may name itself. */
function belongsToHost({ domainAttribute, pathAttribute }: PrefixedCookie, url: string): boolean {
  const hasNoDomain =
    domainAttribute === null || domainAttribute === '' || domainAttribute === ipAddressOf(url);
  return hasNoDomain && pathAttribute === '/';
}

function ipAddressOf(url: string): string | null {
  const hostname = parsedUrl(url)?.hostname ?? '';
  return isIpAddress(hostname) ? hostname : null;
}

/** A nameless cookie is sent as its bare value, and `__Host-a=1` would look like a name (6265bis §5.7). */
function refuseHiddenPrefix(value: string): Refusal | null {
  const hidden = prefixOf(value);
  if (hidden === null) return null;
  return {
    code: 'nameless-with-prefix',
    rule: cookieRule('5.7'),
    values: { value, prefix: hidden.prefix },
  };
}
