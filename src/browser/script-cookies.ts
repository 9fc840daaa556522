import { domainMatches } from '../cookies/domain-matches.ts';
import type { Cookie } from '../cookies/cookie.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';
import { partitionKeyOf } from '../cookies/partition-key.ts';
import { documentCookieAccess } from './document-cookies.ts';
import type { DocumentPlace } from './document-place.ts';
import type { ScriptCookieApi } from './events.ts';
import type { Surroundings } from './exchange.ts';
import type { CookieMirror } from './script-access.ts';
import type { ScriptReport } from './script-report.ts';

/** The jar as script of one document reaches it. */
export class ScriptCookies {
  readonly #surroundings: Surroundings;
  readonly #report: ScriptReport;

  constructor(surroundings: Surroundings, report: ScriptReport) {
    this.#surroundings = surroundings;
    this.#report = report;
  }

  get now(): number {
    return this.#surroundings.now();
  }

  read(place: DocumentPlace, api: ScriptCookieApi): Retrieval {
    const { jar } = this.#surroundings;
    const access = this.#access(place);
    const cookies = jar.retrieve(access);
    jar.touch(cookies, access.now);
    this.#report.observe({ type: 'script-read-cookies', ...this.#report.told, api, cookies });
    return cookies;
  }

  /** Decides about a cookie written as a `Set-Cookie` field value is, and keeps it if it may be kept. */
  write(
    place: DocumentPlace,
    text: string,
    api: ScriptCookieApi,
    refine: (decision: SetCookieDecision) => SetCookieDecision = (decision) => decision,
  ): SetCookieDecision {
    const { jar, browserId } = this.#surroundings;
    const decision = refine(jar.decide(text, this.#access(place)));
    const evicted = jar.commit(decision);
    this.#report.observe({ type: 'script-wrote-cookie', ...this.#report.told, api, decision });
    for (const cookie of evicted)
      this.#report.observe({ type: 'cookie-removed', browserId, cookie, why: 'evicted' });
    return decision;
  }

  /** Cookies of the document's host and of the domains above it, of no other partition. */
  mirror(place: DocumentPlace): CookieMirror {
    const { jar } = this.#surroundings;
    const access = this.#access(place);
    const host = new URL(access.url).hostname;
    const partition = partitionKeyOf(access, jar.publicSuffixes);
    const cookies = jar
      .all()
      .filter(({ domain }) => domainMatches(host, domain))
      .filter(({ partitionKey }) => partitionKey === null || partitionKey === partition)
      .map(withoutSecret);
    return { cookies, access, thirdPartyCookies: jar.thirdPartyCookies };
  }

  #access(place: DocumentPlace) {
    return documentCookieAccess(place, this.now, this.#surroundings.jar.publicSuffixes);
  }
}

function withoutSecret(cookie: Cookie): Cookie {
  return cookie.httpOnly ? { ...cookie, value: '' } : cookie;
}
