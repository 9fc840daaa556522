import type { CookieAccess } from '../../cookies/access.ts';
import { CookieJar } from '../../cookies/cookie-jar.ts';
import { cookieKey } from '../../cookies/cookie-key.ts';
import { parseCookieString, type CookiePair } from '../../cookies/cookie-string.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { Retrieval, SendDecision, SetCookieDecision } from '../../cookies/decision.ts';
import { parseSetCookie } from '../../cookies/parse-set-cookie.ts';
import { cookieRule } from '../../cookies/refusal.ts';
import { fieldValues } from '../../http/fields.ts';
import { isPotentiallyTrustworthy, siteOf, type PublicSuffixes } from '../../http/origin.ts';
import { rememberedSuffixes } from '../../http/remembered-suffixes.ts';
import {
  accessOf,
  asksAnotherOrigin,
  circumstancesOf,
  type Circumstances,
} from './circumstances.ts';
import { PresumedCookies } from './presumed-cookies.ts';
import type { Difference, JarChange, JarChangeCode } from './recorded-exchange.ts';
import type { RecordedEntry } from './recording.ts';

/** What the jar made of one entry. */
export interface Replayed {
  readonly circumstances: Circumstances;
  /** Sent: what the recording says was sent. Withheld: what the jar held back, and the browser too. */
  readonly cookies: Retrieval;
  readonly setCookies: readonly SetCookieDecision[];
  readonly differences: readonly Difference[];
  readonly changes: readonly JarChange[];
  readonly position: number;
}

/** A cookie set so short before a request, milliseconds, may well have come after it. */
const AT_THE_SAME_TIME = 50;

/**
 * Walks a recording in the order of time through a cookie jar: each request asks it, each answer sets its
 * cookies, at the times of the recording. The entries must be in the order in which they began.
 */
export function replayCookies(
  entries: readonly RecordedEntry[],
  publicSuffixes: PublicSuffixes,
): readonly Replayed[] {
  return new Replay(entries, rememberedSuffixes(publicSuffixes)).run();
}

class Replay {
  readonly #entries: readonly RecordedEntry[];
  readonly #suffixes: PublicSuffixes;
  readonly #circumstances: readonly Circumstances[];
  readonly #jar: CookieJar;
  readonly #stored = new Map<string, Cookie>();
  readonly #presumed = new PresumedCookies();
  /** Values whose `Set-Cookie` was rejected, as `site name=value`. */
  readonly #rejected = new Set<string>();
  /** Requests whose answers are to come and will set `name=value`. */
  readonly #awaited = new Map<string, Set<number>>();
  readonly #settled = new Set<number>();
  readonly #replayed: Replayed[] = [];
  /** No request of the recording shows a cookie: then nothing is missed in any. */
  readonly #showsCookies: boolean;
  #position = 0;
  #nextExpiry = Infinity;

  constructor(entries: readonly RecordedEntry[], suffixes: PublicSuffixes) {
    this.#entries = entries;
    this.#suffixes = suffixes;
    this.#circumstances = circumstancesOf(entries);
    this.#jar = new CookieJar(this.#stored, { publicSuffixes: suffixes });
    this.#showsCookies = entries.some(
      ({ request }) => fieldValues(request.fields, 'Cookie').length > 0,
    );
  }

  run(): readonly Replayed[] {
    const events = this.#entries.flatMap(({ startedAt, answeredAt }, place) => [
      { place, time: startedAt, isAnswer: false },
      { place, time: Math.max(answeredAt, startedAt), isAnswer: true },
    ]);
    // Of one moment, answers come first, but none before its own request.
    events.sort(
      (a, b) =>
        a.time - b.time ||
        (a.place === b.place
          ? Number(a.isAnswer) - Number(b.isAnswer)
          : Number(b.isAnswer) - Number(a.isAnswer)),
    );
    for (const { place, time, isAnswer } of events) {
      if (isAnswer) this.#answer(place, time);
      else this.#request(place, time);
    }
    return this.#replayed;
  }

  #request(place: number, now: number): void {
    const entry = this.#entries[place];
    const circumstances = this.#circumstances[place];
    if (entry === undefined || circumstances === undefined || this.#replayed[place]) return;
    // What led here was answered before, whatever the clock of the recording says.
    if (circumstances.redirectedFrom !== null) this.#answer(circumstances.redirectedFrom, now);
    const pairs = fieldValues(entry.request.fields, 'Cookie').flatMap(parseCookieString);
    for (const pair of pairs)
      for (const awaited of [...(this.#awaited.get(pair.join('=')) ?? [])])
        this.#answer(awaited, now);
    this.#position += 1;
    const expired = this.#expire(now);
    const access = accessOf(entry, circumstances, now, this.#suffixes);
    const { cookies, differences, changes } = this.#compare(entry, circumstances, access, pairs);
    this.#replayed[place] = {
      circumstances,
      cookies,
      setCookies: [],
      differences,
      changes: [...expired, ...changes],
      position: this.#position,
    };
    if (!entry.fromCache) this.#await(place, entry);
  }

  #answer(place: number, now: number): void {
    const entry = this.#entries[place];
    const circumstances = this.#circumstances[place];
    if (entry === undefined || circumstances === undefined || this.#settled.has(place)) return;
    if (!this.#replayed[place]) this.#request(place, now);
    const replayed = this.#replayed[place];
    if (replayed === undefined) return;
    this.#settled.add(place);
    for (const pair of pairsSetBy(entry)) this.#awaited.get(pair)?.delete(place);
    if (entry.response === null || entry.fromCache) return;
    this.#position += 1;
    const changes = this.#expire(now);
    const access = accessOf(entry, circumstances, now, this.#suffixes);
    const setCookies = fieldValues(entry.response.fields, 'Set-Cookie').map((value) => {
      const { decision, made } = this.#set(value, access);
      changes.push(...made);
      return decision;
    });
    changes.push(...this.#clear(entry));
    this.#replayed[place] = {
      ...replayed,
      setCookies,
      changes: [...replayed.changes, ...changes],
      position: this.#position,
    };
  }

  /** Notes which values the entry's answer will set. */
  #await(place: number, entry: RecordedEntry): void {
    for (const pair of pairsSetBy(entry)) {
      const places = this.#awaited.get(pair);
      if (places) places.add(place);
      else this.#awaited.set(pair, new Set([place]));
    }
  }

  #set(value: string, access: CookieAccess): { decision: SetCookieDecision; made: JarChange[] } {
    const site = siteOf(access.url, this.#suffixes);
    const decision = this.#jar.decide(value, access);
    const evicted = this.#jar.commit(decision);
    if (!decision.ok) {
      const parsed = parseSetCookie(value);
      if (parsed.ok) this.#rejected.add(`${site} ${parsed.text.name}=${parsed.text.value}`);
      return { decision, made: [] };
    }
    const { cookie, code } = decision;
    const made = this.#forgetPresumed(site, (one) => one.name === cookie.name, 'replaced');
    if (code === 'stored' || code === 'replaced') {
      this.#nextExpiry = Math.min(this.#nextExpiry, cookie.expiryTime ?? Infinity);
      made.push(this.#change(code === 'stored' ? 'set' : 'replaced', cookie, cookie));
    } else if (code === 'deleted') made.push(this.#change('deleted', cookie, null));
    return {
      decision,
      made: [...made, ...evicted.map((one) => this.#change('evicted', one, null))],
    };
  }

  /** `Clear-Site-Data` takes away all cookies of the registrable domain (Clear Site Data §3.1, §4.2.4). */
  #clear({ request, response }: RecordedEntry): readonly JarChange[] {
    const wanted = fieldValues(response?.fields ?? [], 'Clear-Site-Data').join(',');
    if (!/"(?:cookies|\*)"/.test(wanted) || !isPotentiallyTrustworthy(request.targetUri)) return [];
    const domain = this.#domainOf(new URL(request.targetUri).hostname);
    const cleared = this.#jar.all().filter((cookie) => this.#domainOf(cookie.domain) === domain);
    for (const cookie of cleared) this.#jar.remove(cookie);
    return [
      ...cleared.map((cookie) => this.#change('cleared', cookie, null)),
      ...this.#forgetPresumed(siteOf(request.targetUri, this.#suffixes), () => true, 'cleared'),
    ];
  }

  #domainOf(host: string): string {
    return this.#suffixes.registrableDomain(host) ?? host;
  }

  #expire(now: number): JarChange[] {
    if (now < this.#nextExpiry) return [];
    const expired = this.#jar.removeExpired(now);
    const times = [...this.#stored.values()].map(({ expiryTime }) => expiryTime ?? Infinity);
    this.#nextExpiry = times.reduce((first, time) => Math.min(first, time), Infinity);
    return expired.map((cookie) => this.#change('expired', cookie, null));
  }

  /** What the request carried, beside what the jar would have sent. */
  #compare(
    entry: RecordedEntry,
    circumstances: Circumstances,
    access: CookieAccess,
    pairs: readonly CookiePair[],
  ) {
    const asked = this.#jar.retrieve(access);
    const due = [...asked.sent];
    const withheld = asked.withheld.filter(({ cookie }) => this.#isNear(cookie, access));
    const differences: Difference[] = [];
    const changes: JarChange[] = [];
    const sent: SendDecision[] = [];
    // Those that are the same to the letter first: two cookies may share a name.
    const exact = pairs.map((pair) => take(due, pair, true) ?? null);
    for (const [index, pair] of pairs.entries()) {
      const found =
        exact[index] ?? this.#explain(pair, due, withheld, access, differences, changes);
      sent.push(found);
    }
    if (this.#showsCookies && !entry.fromCache && circumstances.kind !== 'preflight')
      differences.push(...this.#missed(due, entry, circumstances, access));
    const fieldValue = fieldValues(entry.request.fields, 'Cookie').join('; ') || null;
    return { cookies: { sent, withheld, fieldValue }, differences, changes };
  }

  /** Where a cookie that was sent comes from, when the jar does not send the same. */
  #explain(
    pair: CookiePair,
    due: SendDecision[],
    withheld: SendDecision[],
    access: CookieAccess,
    differences: Difference[],
    changes: JarChange[],
  ): SendDecision {
    const [name, value] = pair;
    const held = take(withheld, pair, true);
    if (held !== undefined) {
      differences.push({ code: 'sent-although', cookie: held.cookie, decision: held });
      return sentAsRecorded(held.cookie);
    }
    const known = take(due, pair, false);
    if (known !== undefined) {
      const cookie = { ...known.cookie, value };
      this.#jar.put(cookie);
      differences.push({ code: 'changed-unseen', cookie, before: known.cookie.value });
      changes.push(this.#change('changed-unseen', cookie, cookie));
      return sentAsRecorded(cookie);
    }
    const site = siteOf(access.url, this.#suffixes);
    const { hostname } = new URL(access.url);
    const presumed = this.#presumed.find(site, hostname, pair);
    if (presumed?.value === value) {
      differences.push({ code: 'existed-before', cookie: presumed });
      return sentAsRecorded(presumed);
    }
    const { key, cookie } = this.#presumed.presume(site, hostname, pair, access.now);
    const code = presumed === undefined ? 'presumed' : 'changed-unseen';
    changes.push({ position: this.#position, key, code, name, cookie, presumed: true });
    if (presumed !== undefined)
      differences.push({ code: 'changed-unseen', cookie, before: presumed.value });
    else if (this.#rejected.has(`${site} ${name}=${value}`))
      differences.push({ code: 'sent-although-rejected', cookie });
    else differences.push({ code: 'existed-before', cookie });
    return sentAsRecorded(cookie);
  }

  #forgetPresumed(
    site: string,
    wanted: (cookie: Cookie) => boolean,
    code: JarChangeCode,
  ): JarChange[] {
    return this.#presumed.forget(site, wanted).map(([key, { name }]) => ({
      position: this.#position,
      key,
      code,
      name,
      cookie: null,
      presumed: true,
    }));
  }

  #missed(
    due: readonly SendDecision[],
    entry: RecordedEntry,
    circumstances: Circumstances,
    access: CookieAccess,
  ): readonly Difference[] {
    const likely =
      access.topLevelSite !== siteOf(access.url, this.#suffixes)
        ? 'third-party'
        : asksAnotherOrigin(entry, circumstances)
          ? 'credentials'
          : 'removed';
    return due
      .filter(({ cookie }) => access.now - cookie.lastAccessTime > AT_THE_SAME_TIME)
      .map(({ cookie }) => ({ code: 'not-sent', cookie, likely }));
  }

  /** Whether the cookie is of the request's registrable domain: of others nobody would expect that they go. */
  #isNear({ domain }: Cookie, { url }: CookieAccess): boolean {
    return this.#domainOf(domain) === this.#domainOf(new URL(url).hostname);
  }

  #change(code: JarChangeCode, of: Cookie, cookie: Cookie | null): JarChange {
    return {
      position: this.#position,
      key: cookieKey(of),
      code,
      name: of.name,
      cookie,
      presumed: false,
    };
  }
}

/** The cookies that an answer sets, as `name=value`. */
function pairsSetBy({ response }: RecordedEntry): readonly string[] {
  return fieldValues(response?.fields ?? [], 'Set-Cookie').flatMap((value) => {
    const parsed = parseSetCookie(value);
    return parsed.ok ? [`${parsed.text.name}=${parsed.text.value}`] : [];
  });
}

/** Takes the first decision about a cookie of that name, and of that value where it must be the same. */
function take(
  decisions: SendDecision[],
  [name, value]: CookiePair,
  exact: boolean,
): SendDecision | undefined {
  const place = decisions.findIndex(
    ({ cookie }) => cookie.name === name && (!exact || cookie.value === value),
  );
  return place < 0 ? undefined : decisions.splice(place, 1)[0];
}

function sentAsRecorded(cookie: Cookie): SendDecision {
  return {
    ok: true,
    code: 'sent',
    rule: cookieRule('5.8.3'),
    values: { name: cookie.name },
    cookie,
  };
}
