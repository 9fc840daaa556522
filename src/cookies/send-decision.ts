import { isPotentiallyTrustworthy, type PublicSuffixes } from '../http/origin.ts';
import { parsedUrl } from '../http/parsed-url.ts';
import type { Rule } from '../http/rule.ts';
import type { CookieAccess } from './access.ts';
import { keepsCookies, refuseUrl } from './cookie-url.ts';
import type { Cookie } from './cookie.ts';
import type { DecisionValues, SendDecision, WithheldCode } from './decision.ts';
import { domainMatches } from './domain-matches.ts';
import { isExpired } from './expired.ts';
import { partitionKeyOf } from './partition-key.ts';
import { isThirdParty, topLevelSiteOf, type ThirdPartyCookies } from './partitioned.ts';
import { pathMatches } from './path-matches.ts';
import { chromiumRule, cookieRule } from './refusal.ts';
import { isLaxAllowingUnsafe, SAME_SITE_RULES, sameSiteAllows } from './same-site.ts';

/** An access with everything taken apart that each cookie is compared with. */
export interface Request {
  readonly access: CookieAccess;
  /** Whether there are any for its URL. */
  readonly hasCookies: boolean;
  readonly host: string;
  readonly path: string;
  readonly scheme: string;
  readonly isTrustworthy: boolean;
  readonly topLevelSite: string;
  readonly partition: string;
  readonly isThirdParty: boolean;
  readonly thirdPartyCookies: ThirdPartyCookies;
}

const SENDING = cookieRule('5.8.3');
const DOMAIN_MATCHING = cookieRule('5.1.3');

const NOWHERE = { hostname: '', pathname: '', protocol: ':' };

/** Takes an access apart once, for all cookies. */
export function requestOf(
  access: CookieAccess,
  suffixes: PublicSuffixes,
  thirdPartyCookies: ThirdPartyCookies,
): Request {
  const target = parsedUrl(access.url);
  const { hostname, pathname, protocol } = target ?? NOWHERE;
  return {
    access,
    hasCookies: target !== null && keepsCookies(target),
    host: hostname,
    path: pathname,
    scheme: protocol.slice(0, -1),
    isTrustworthy: isPotentiallyTrustworthy(access.url),
    topLevelSite: topLevelSiteOf(access, suffixes),
    partition: partitionKeyOf(access, suffixes),
    isThirdParty: isThirdParty(access, suffixes),
    thirdPartyCookies,
  };
}

interface Withheld {
  readonly code: WithheldCode;
  readonly rule: Rule;
  readonly values: DecisionValues;
}

const CHECKS: readonly ((cookie: Cookie, request: Request) => Withheld | null)[] = [
  checkUrl,
  checkDomain,
  checkExpiry,
  checkPartition,
  checkThirdParty,
  checkPath,
  checkSecure,
  checkHttpOnly,
  checkSameSite,
];

/** Whether a cookie goes with a request, and the first rule that says no (6265bis §5.8.3). */
export function decideSending(cookie: Cookie, request: Request): SendDecision {
  for (const check of CHECKS) {
    const withheld = check(cookie, request);
    if (withheld === null) continue;
    const { code, rule, values } = withheld;
    return { ok: false, code, rule, values, cookie };
  }
  const { rule, values } = sentBy(cookie, request.access);
  return { ok: true, code: 'sent', rule, values, cookie };
}

function sentBy(
  cookie: Cookie,
  { sameSiteContext, now }: CookieAccess,
): { rule: Rule; values: DecisionValues } {
  const { name } = cookie;
  if (!isLaxAllowingUnsafe(cookie, sameSiteContext, now))
    return { rule: SENDING, values: { name } };
  return {
    rule: cookieRule('5.6.7.2'),
    values: { name, age: Math.floor((now - cookie.creationTime) / 1000) },
  };
}

function checkUrl(_: Cookie, { access, hasCookies }: Request): Withheld | null {
  return hasCookies ? null : refuseUrl(access.url);
}

function checkDomain({ name, domain, hostOnly }: Cookie, { host }: Request): Withheld | null {
  if (host === domain) return null;
  if (!domainMatches(host, domain))
    return { code: 'domain', rule: DOMAIN_MATCHING, values: { name, domain, host } };
  return hostOnly ? { code: 'host-only', rule: SENDING, values: { name, domain, host } } : null;
}

function checkExpiry(cookie: Cookie, { access }: Request): Withheld | null {
  if (!isExpired(cookie, access.now)) return null;
  return { code: 'expired', rule: cookieRule('5.7'), values: { name: cookie.name } };
}

function checkPartition(
  { name, domain, partitionKey }: Cookie,
  { topLevelSite, partition, isThirdParty, thirdPartyCookies }: Request,
): Withheld | null {
  if (partitionKey === null) {
    const isElsewhere = isThirdParty && thirdPartyCookies === 'partitioned';
    return isElsewhere
      ? { code: 'partition', rule: chromiumRule, values: { name, topLevelSite, partition: domain } }
      : null;
  }
  if (partitionKey === partition) return null;
  return {
    code: 'partition',
    rule: chromiumRule,
    values: { name, topLevelSite: partition, partition: partitionKey },
  };
}

function checkThirdParty(
  { name, partitionKey }: Cookie,
  { topLevelSite, isThirdParty, thirdPartyCookies }: Request,
): Withheld | null {
  if (partitionKey !== null || !isThirdParty || thirdPartyCookies !== 'blocked') return null;
  return { code: 'third-party-blocked', rule: chromiumRule, values: { name, topLevelSite } };
}

function checkPath({ name, path }: Cookie, { path: requestPath }: Request): Withheld | null {
  if (pathMatches(requestPath, path)) return null;
  return { code: 'path', rule: cookieRule('5.1.4'), values: { name, path, requestPath } };
}

function checkSecure(
  { name, secureOnly }: Cookie,
  { isTrustworthy, scheme }: Request,
): Withheld | null {
  if (!secureOnly || isTrustworthy) return null;
  return { code: 'secure', rule: SENDING, values: { name, scheme } };
}

function checkHttpOnly({ name, httpOnly }: Cookie, { access }: Request): Withheld | null {
  if (!httpOnly || access.api === 'http') return null;
  return { code: 'http-only', rule: SENDING, values: { name } };
}

function checkSameSite(cookie: Cookie, { access }: Request): Withheld | null {
  const { name, sameSite } = cookie;
  if (sameSite === 'none' || sameSiteAllows(cookie, access.sameSiteContext, access.now))
    return null;
  return { code: `same-site-${sameSite}`, rule: SAME_SITE_RULES[sameSite], values: { name } };
}
