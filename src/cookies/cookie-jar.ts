import { lastLabelIsPublic, type PublicSuffixes } from '../http/origin.ts';
import { rememberedSuffixes } from '../http/remembered-suffixes.ts';
import type { CookieAccess } from './access.ts';
import type { Cookie } from './cookie.ts';
import { CookieIndex } from './cookie-index.ts';
import { cookieKey, type CookieIdentity } from './cookie-key.ts';
import { cookieString } from './cookie-string.ts';
import type { Retrieval, SendDecision, SetCookieDecision } from './decision.ts';
import {
  CHROMIUM_LIMITS,
  isOldForPurge,
  overDomainLimit,
  overPartitionLimit,
  overTotalLimit,
  type CookieLimits,
} from './eviction.ts';
import { isExpired } from './expired.ts';
import type { ThirdPartyCookies } from './partitioned.ts';
import { decideSending, requestOf, type Request } from './send-decision.ts';
import { decideSetting, type JarView } from './set-decision.ts';
import { compareByCreation, compareForSending } from './sort-order.ts';

export { cookieKey } from './cookie-key.ts';

export interface CookieJarOptions {
  readonly publicSuffixes?: PublicSuffixes;
  readonly limits?: CookieLimits;
  /** Asked at every access, so that a setting can change. */
  readonly thirdPartyCookies?: () => ThirdPartyCookies;
}

/** Milliseconds within which a second use of a cookie is not noted. */
const ACCESS_RESOLUTION = 60_000;

/** How many cookies of other registrable domains a retrieval explains at most; of the host itself, all. */
const EXPLAINED_LIMIT = 20;

/**
 * A browser's cookies (6265bis §5.7, §5.8). They live in the map that was handed in, by `cookieKey`;
 * what asks (`decide`, `retrieve`, `all`) never writes, what writes returns what it removed.
 */
export class CookieJar {
  readonly #cookies: Map<string, Cookie>;
  readonly publicSuffixes: PublicSuffixes;
  readonly #limits: CookieLimits;
  readonly #thirdPartyCookies: () => ThirdPartyCookies;
  readonly #index: CookieIndex;
  readonly #view: JarView;
  #nextCreationNumber = 1;
  #lastKeyed: { readonly cookie: CookieIdentity | null; readonly key: string } = {
    cookie: null,
    key: '',
  };
  /** No cookie was used before then. */
  #earliestAccess = Infinity;

  constructor(cookies: Map<string, Cookie>, options: CookieJarOptions = {}) {
    this.#cookies = cookies;
    this.publicSuffixes = rememberedSuffixes(options.publicSuffixes ?? lastLabelIsPublic);
    this.#limits = options.limits ?? CHROMIUM_LIMITS;
    this.#thirdPartyCookies = options.thirdPartyCookies ?? ((): ThirdPartyCookies => 'allowed');
    this.#index = new CookieIndex(this.publicSuffixes);
    this.#view = this.#viewOf();
    this.reindex();
  }

  /** How it treats third parties now. */
  get thirdPartyCookies(): ThirdPartyCookies {
    return this.#thirdPartyCookies();
  }

  /** What a decision about setting may know of the jar, as it is when it asks. */
  #viewOf(): JarView {
    return {
      suffixes: this.publicSuffixes,
      thirdPartyCookies: this.#thirdPartyCookies,
      nextCreationNumber: () => this.#nextCreationNumber,
      get: (cookie) => this.#cookies.get(this.#keyOf(cookie)),
      neighbours: (host) => this.#near(host),
    };
  }

  /** To be called when the map was filled from outside, as a restore does. */
  reindex(): void {
    this.#index.clear();
    this.#nextCreationNumber = 1;
    this.#earliestAccess = Infinity;
    for (const cookie of this.#cookies.values()) this.#register(cookie);
  }

  /** Decides about one `Set-Cookie` field value, or one assignment to `document.cookie`. Pure. */
  decide(fieldValue: string, access: CookieAccess): SetCookieDecision {
    return decideSetting(fieldValue, access, this.#view);
  }

  /** Carries a decision out: stores, replaces or deletes. Returns the cookies that had to make room. */
  commit(decision: SetCookieDecision): readonly Cookie[] {
    if (!decision.ok) return [];
    const { cookie } = decision;
    if (decision.code === 'deleted' || decision.code === 'nothing-to-delete') {
      this.remove(cookie);
      return [];
    }
    this.put(cookie);
    return this.#evict(cookie);
  }

  /** `decide` and `commit` in one. */
  set(fieldValue: string, access: CookieAccess): SetCookieDecision {
    const decision = this.decide(fieldValue, access);
    this.commit(decision);
    return decision;
  }

  /** Which cookies go with a request, and why the others do not (6265bis §5.8.3). Pure. */
  retrieve(access: CookieAccess): Retrieval {
    const request = requestOf(access, this.publicSuffixes, this.#thirdPartyCookies());
    const sent: SendDecision[] = [];
    const withheld: SendDecision[] = [];
    for (const cookie of this.#near(request.host)) {
      const decision = decideSending(cookie, request);
      (decision.ok ? sent : withheld).push(decision);
    }
    if (!areInOrder(sent)) sent.sort((a, b) => compareForSending(a.cookie, b.cookie));
    this.#explainUnrelated(request, withheld);
    return {
      sent,
      withheld,
      fieldValue: sent.length === 0 ? null : cookieString(sent.map(({ cookie }) => cookie)),
    };
  }

  /** Notes that the cookies sent have been used (6265bis §5.8.3, step 3); to the minute, as Chromium does. */
  touch(retrieval: Retrieval, now: number): void {
    for (const { cookie } of retrieval.sent) {
      if (now - cookie.lastAccessTime < ACCESS_RESOLUTION) continue;
      const key = cookieKey(cookie);
      const stored = this.#cookies.get(key);
      if (stored === undefined) continue;
      const touched = { ...stored, lastAccessTime: now };
      this.#cookies.set(key, touched);
      this.#index.add(touched, stored);
    }
  }

  /** Stores a cookie as it is, by hand. */
  put(cookie: Cookie): void {
    const key = this.#keyOf(cookie);
    const replaced = this.#cookies.get(key);
    this.#cookies.set(key, cookie);
    this.#register(cookie, replaced);
  }

  /** Removes the cookie of that identity, by hand. */
  remove(cookie: Cookie): void {
    const key = this.#keyOf(cookie);
    const stored = this.#cookies.get(key);
    if (stored === undefined) return;
    this.#cookies.delete(key);
    this.#index.delete(stored);
  }

  /** Removes what has expired and returns it. */
  removeExpired(now: number): readonly Cookie[] {
    return this.#removeAll(this.all().filter((cookie) => isExpired(cookie, now)));
  }

  /** Removes the session cookies, as a browser does that is closed, and returns them. */
  removeSessionCookies(): readonly Cookie[] {
    return this.#removeAll(this.all().filter(({ persistent }) => !persistent));
  }

  /** All cookies, oldest first. */
  all(): readonly Cookie[] {
    return [...this.#cookies.values()].sort(compareByCreation);
  }

  /** A cookie just decided about is asked for again when it is stored: its key is not made twice. */
  #keyOf(cookie: CookieIdentity): string {
    if (cookie !== this.#lastKeyed.cookie) this.#lastKeyed = { cookie, key: cookieKey(cookie) };
    return this.#lastKeyed.key;
  }

  #removeAll(cookies: readonly Cookie[]): readonly Cookie[] {
    for (const cookie of cookies) this.remove(cookie);
    return cookies;
  }

  /** Makes room for the cookie just stored: first in its domain and partition, then in the whole jar. */
  #evict({ domain, partitionKey, lastAccessTime: now }: Cookie): readonly Cookie[] {
    const evicted = this.#evictFromDomain(domain, partitionKey, now);
    return partitionKey === null ? evicted.concat(this.#evictFromAll(now)) : evicted;
  }

  #evictFromDomain(domain: string, partitionKey: string | null, now: number): readonly Cookie[] {
    const overLimit = partitionKey === null ? overDomainLimit : overPartitionLimit;
    const near = this.#index.nearIn(domain, partitionKey);
    if (partitionKey === null && near.length <= this.#limits.perDomain) return [];
    return overLimit(near, this.#limits).length === 0
      ? []
      : this.#evictFrom(near, now, (alive) => overLimit(alive, this.#limits));
  }

  #evictFromAll(now: number): readonly Cookie[] {
    const mayPurge = isOldForPurge(this.#earliestAccess, now);
    if (!mayPurge || this.#index.unpartitioned <= this.#limits.total) return [];
    const all = this.all().filter(({ partitionKey }) => partitionKey === null);
    const evicted = this.#evictFrom(all, now, (alive) => overTotalLimit(alive, now, this.#limits));
    this.reindex();
    return evicted;
  }

  /** What has expired goes first; that may be enough. */
  #evictFrom(
    cookies: readonly Cookie[],
    now: number,
    victims: (alive: readonly Cookie[]) => readonly Cookie[],
  ): readonly Cookie[] {
    const expired = cookies.filter((cookie) => isExpired(cookie, now));
    const alive = cookies.filter((cookie) => !isExpired(cookie, now));
    return this.#removeAll([...expired, ...victims(alive)]);
  }

  /** Cookies of the host's registrable domain. */
  #near(host: string): readonly Cookie[] {
    // Reading the size makes a reactive map announce additions; a difference shows a map filled from outside.
    if (this.#cookies.size !== this.#index.size) this.reindex();
    return this.#index.near(host);
  }

  /** Explains the first cookies of the jar that have nothing to do with the host, until there are enough. */
  #explainUnrelated(request: Request, withheld: SendDecision[]): void {
    const near = this.#index.groupOf(request.host);
    for (const { domain, cookies } of this.#index.first(EXPLAINED_LIMIT)) {
      if (domain === near) continue;
      for (const cookie of cookies) {
        if (withheld.length >= EXPLAINED_LIMIT) return;
        withheld.push(decideSending(cookie, request));
      }
    }
  }

  #register(cookie: Cookie, replaced?: Cookie): void {
    this.#index.add(cookie, replaced);
    this.#nextCreationNumber = Math.max(this.#nextCreationNumber, cookie.creationNumber + 1);
    this.#earliestAccess = Math.min(this.#earliestAccess, cookie.lastAccessTime);
  }
}

/** Mostly they are, as they were set; looking costs less than sorting. */
function areInOrder(decisions: readonly SendDecision[]): boolean {
  let previous: Cookie | undefined;
  for (const { cookie } of decisions) {
    if (previous !== undefined && compareForSending(previous, cookie) > 0) return false;
    previous = cookie;
  }
  return true;
}
