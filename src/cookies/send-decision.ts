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
const PATH_MATCHING = cookieRule('5.1.4');
const EXPIRY = cookieRule('5.7');
const LAX_ALLOWING_UNSAFE = cookieRule('5.6.7.2');

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

/** Whether a cookie goes with a request, and the first rule that says no (6265bis §5.8.3). */
export function decideSending(cookie: Cookie, request: Request): SendDecision {
  return (
    checkUrl(cookie, request) ??
    checkDomain(cookie, request) ??
    checkExpiry(cookie, request) ??
    checkPartition(cookie, request) ??
    checkThirdParty(cookie, request) ??
    checkPath(cookie, request) ??
    checkSecure(cookie, request) ??
    checkHttpOnly(cookie, request) ??
    checkSameSite(cookie, request) ??
    send(cookie, request)
  );
}

function send(cookie: Cookie, { access: { sameSiteContext, now } }: Request): SendDecision {
  const { name } = cookie;
  if (!isLaxAllowingUnsafe(cookie, sameSiteContext, now))
    return { ok: true, code: 'sent', rule: SENDING, values: { name }, cookie };
  const values = { name, age: Math.floor((now - cookie.creationTime) / 1000) };
  return { ok: true, code: 'sent', rule: LAX_ALLOWING_UNSAFE, values, cookie };
}

function withhold(
  cookie: Cookie,
  code: WithheldCode,
  rule: Rule,
  values: DecisionValues,
): SendDecision {
  return { ok: false, code, rule, values, cookie };
}

function checkUrl(cookie: Cookie, { access, hasCookies }: Request): SendDecision | null {
  if (hasCookies) return null;
  const { code, rule, values } = refuseUrl(access.url);
  return withhold(cookie, code, rule, values);
}

function checkDomain(cookie: Cookie, { host }: Request): SendDecision | null {
  const { name, domain, hostOnly } = cookie;
  if (host === domain) return null;
  if (!domainMatches(host, domain))
    return withhold(cookie, 'domain', DOMAIN_MATCHING, { name, domain, host });
  return hostOnly ? withhold(cookie, 'host-only', SENDING, { name, domain, host }) : null;
}

function checkExpiry(cookie: Cookie, { access }: Request): SendDecision | null {
  if (!isExpired(cookie, access.now)) return null;
  return withhold(cookie, 'expired', EXPIRY, { name: cookie.name });
}

function checkPartition(
  cookie: Cookie,
  { topLevelSite, partition, isThirdParty, thirdPartyCookies }: Request,
): SendDecision | null {
  const { name, domain, partitionKey } = cookie;
  if (partitionKey === null) {
    const isElsewhere = isThirdParty && thirdPartyCookies === 'partitioned';
    return isElsewhere
      ? withhold(cookie, 'partition', chromiumRule, { name, topLevelSite, partition: domain })
      : null;
  }
  if (partitionKey === partition) return null;
  return withhold(cookie, 'partition', chromiumRule, {
    name,
    topLevelSite: partition,
    partition: partitionKey,
  });
}

function checkThirdParty(
  cookie: Cookie,
  { topLevelSite, isThirdParty, thirdPartyCookies }: Request,
): SendDecision | null {
  if (cookie.partitionKey !== null || !isThirdParty || thirdPartyCookies !== 'blocked') return null;
  return withhold(cookie, 'third-party-blocked', chromiumRule, { name: cookie.name, topLevelSite });
}

function checkPath(cookie: Cookie, { path: requestPath }: Request): SendDecision | null {
  const { name, path } = cookie;
  if (pathMatches(requestPath, path)) return null;
  return withhold(cookie, 'path', PATH_MATCHING, { name, path, requestPath });
}

function checkSecure(cookie: Cookie, { isTrustworthy, scheme }: Request): SendDecision | null {
  if (!cookie.secureOnly || isTrustworthy) return null;
  return withhold(cookie, 'secure', SENDING, { name: cookie.name, scheme });
}

function checkHttpOnly(cookie: Cookie, { access }: Request): SendDecision | null {
  if (!cookie.httpOnly || access.api === 'http') return null;
  return withhold(cookie, 'http-only', SENDING, { name: cookie.name });
}

function checkSameSite(cookie: Cookie, { access }: Request): SendDecision | null {
  const { name, sameSite } = cookie;
  if (sameSite === 'none' || sameSiteAllows(cookie, access.sameSiteContext, access.now))
    return null;
  return withhold(cookie, `same-site-${sameSite}`, SAME_SITE_RULES[sameSite], { name });
}
