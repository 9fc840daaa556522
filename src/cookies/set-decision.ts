import type { PublicSuffixes } from '../http/origin.ts';
import { parsedUrl } from '../http/parsed-url.ts';
import type { CookieAccess } from './access.ts';
import { attributesOf } from './attributes.ts';
import type { CookieIdentity } from './cookie-key.ts';
import type { Cookie, CookiePriority } from './cookie.ts';
import type { DecisionNote, SetCookieDecision, StoredCode } from './decision.ts';
import { scopeOf } from './domain-attribute.ts';
import { isExpired } from './expired.ts';
import { expiryTimeOf } from './expiry-attributes.ts';
import { refuseHttpOnly } from './http-only.ts';
import { refuseOverlay } from './leave-secure-cookies-alone.ts';
import { parseSetCookie } from './parse-set-cookie.ts';
import {
  isThirdParty,
  refusePartitioned,
  topLevelSiteOf,
  type ThirdPartyCookies,
} from './partitioned.ts';
import { partitionKeyOf } from './partition-key.ts';
import { pathOf } from './path-attribute.ts';
import { refusePrefix } from './prefixes.ts';
import { priorityOf } from './priority-attribute.ts';
import { allNotes, chromiumRule, cookieRule, type Refusal } from './refusal.ts';
import { keepsCookies, refuseUrl } from './cookie-url.ts';
import { sameSiteOf } from './same-site-attribute.ts';
import { refuseCrossSite, refuseNoneWithoutSecure } from './same-site.ts';
import { refuseSecureFromInsecureOrigin } from './secure-attribute.ts';

const STORAGE_MODEL = cookieRule('5.7');

/** What the decision needs to know of the jar. */
export interface JarView {
  readonly suffixes: PublicSuffixes;
  readonly thirdPartyCookies: () => ThirdPartyCookies;
  readonly nextCreationNumber: () => number;
  /** The stored cookie of that identity. */
  get(cookie: CookieIdentity): Cookie | undefined;
  /** Stored cookies of the host's registrable domain. */
  neighbours(host: string): readonly Cookie[];
}

/** Decides about one `Set-Cookie` field value by the storage model (6265bis §5.7). Changes nothing. */
export function decideSetting(
  fieldValue: string,
  access: CookieAccess,
  jar: JarView,
): SetCookieDecision {
  const target = parsedUrl(access.url);
  if (target === null || !keepsCookies(target))
    return reject(fieldValue, '', refuseUrl(access.url), []);
  const parsed = parseSetCookie(fieldValue);
  if (!parsed.ok) return reject(fieldValue, parsed.name, parsed.refusal, []);
  const { name, value } = parsed.text;
  const attributes = attributesOf(parsed.text.attributes);
  const attribute = attributes.values;
  const { hostname, pathname } = target;

  const scope = scopeOf(attribute.domain, hostname, jar.suffixes);
  if (!scope.ok) return reject(fieldValue, name, scope.refusal, attributes.notes);
  const path = pathOf(attribute.path, pathname);
  const expiry = expiryTimeOf(attribute['max-age'], attribute.expires, access.now);
  const sameSite = sameSiteOf(attribute.samesite);
  const isPartitioned = attribute.partitioned !== null;
  const isForeign = isThirdParty(access, jar.suffixes);
  const hasPartition = isPartitioned || (isForeign && jar.thirdPartyCookies() === 'partitioned');

  const candidate = withPriority(priorityOf(attribute.priority), {
    name,
    value,
    domain: scope.domain,
    path: path.meaning,
    expiryTime: expiry.meaning,
    creationTime: access.now,
    creationNumber: jar.nextCreationNumber(),
    lastAccessTime: access.now,
    persistent: expiry.meaning !== null,
    hostOnly: scope.hostOnly,
    secureOnly: attribute.secure !== null,
    httpOnly: attribute.httponly !== null,
    sameSite: sameSite.meaning,
    partitionKey: hasPartition ? partitionKeyOf(access, jar.suffixes) : null,
  });
  const lifeNotes = allNotes(expiry.notes, sameSite.notes);
  const placeNotes = allNotes(attributes.notes, allNotes(scope.notes, path.notes));
  const notes = allNotes(placeNotes, lifeNotes);
  const stored = jar.get(candidate) ?? null;
  const previous = stored !== null && isExpired(stored, access.now) ? null : stored;

  const isBlocked = isForeign && !isPartitioned && jar.thirdPartyCookies() === 'blocked';
  const prefixed = {
    cookie: candidate,
    domainAttribute: attribute.domain,
    pathAttribute: attribute.path,
  };
  const refusal =
    (isBlocked ? refuseThirdParty(name, topLevelSiteOf(access, jar.suffixes)) : null) ??
    refuseSecureFromInsecureOrigin(candidate, access.url) ??
    refuseHttpOnly(candidate, null, access.api) ??
    refuseNoneWithoutSecure(candidate) ??
    refusePrefix(prefixed, access) ??
    (isPartitioned ? refusePartitioned(name, candidate.secureOnly, access.url) : null) ??
    refuseCrossSite(candidate, access.sameSiteContext) ??
    refuseOverlay(candidate, () => unexpiredNear(hostname, jar, access.now), access.url) ??
    refuseHttpOnly(candidate, previous, access.api);
  if (refusal !== null) return reject(fieldValue, name, refusal, notes);
  return store(fieldValue, candidate, previous, notes, access.now);
}

function unexpiredNear(host: string, jar: JarView, now: number): readonly Cookie[] {
  return jar.neighbours(host).filter((cookie) => !isExpired(cookie, now));
}

function refuseThirdParty(name: string, topLevelSite: string): Refusal {
  return { code: 'third-party-blocked', rule: chromiumRule, values: { name, topLevelSite } };
}

function reject(
  fieldValue: string,
  name: string,
  refusal: Refusal,
  notes: readonly DecisionNote[],
): SetCookieDecision {
  return { ok: false, ...refusal, fieldValue, name, notes };
}

function store(
  fieldValue: string,
  candidate: Cookie,
  previous: Cookie | null,
  notes: readonly DecisionNote[],
  now: number,
): SetCookieDecision {
  const cookie = inheritCreation(candidate, previous);
  const { name, domain, path } = cookie;
  const code = storedCode(isExpired(cookie, now), previous !== null);
  return {
    ok: true,
    code,
    rule: STORAGE_MODEL,
    values: { name, domain, path },
    fieldValue,
    cookie,
    previous,
    notes,
  };
}

/** The RFC keeps the creation time of a replaced cookie always, Chromium only while the value stays the same. */
function inheritCreation(cookie: Cookie, previous: Cookie | null): Cookie {
  if (previous?.value !== cookie.value) return cookie;
  return {
    ...cookie,
    creationTime: previous.creationTime,
    creationNumber: previous.creationNumber,
  };
}

/** Medium is what a cookie has that says nothing. */
function withPriority(priority: CookiePriority, cookie: Cookie): Cookie {
  return priority === 'medium' ? cookie : { ...cookie, priority };
}

function storedCode(isGone: boolean, hasPrevious: boolean): StoredCode {
  if (isGone) return hasPrevious ? 'deleted' : 'nothing-to-delete';
  return hasPrevious ? 'replaced' : 'stored';
}
