import type { Cookie } from '../cookies/cookie.ts';
import type { SetCookieDecision } from '../cookies/decision.ts';
import { capLifetime } from '../cookies/lifetime-cap.ts';
import { trimWhitespace } from '../cookies/whitespace.ts';
import type {
  CookieStoreDeletion,
  CookieStoreItem,
  CookieStoreSetting,
} from './cookie-store-item.ts';
import { cookieStoreText } from './cookie-store-text.ts';
import { isSecureContext } from './document-cookies.ts';
import type { DocumentPlace } from './document-place.ts';
import type { CookieStoreQuery, ScriptCookieStore, ScriptResult } from './script-access.ts';
import type { ScriptCookies } from './script-cookies.ts';
import { cookieStoreRefusal } from './script-refusal.ts';
import type { ScriptReport } from './script-report.ts';
import { isSameDocument } from './tab-history.ts';

/** One document's `cookieStore`, as Chromium has it. */
export class DocumentCookieStore implements ScriptCookieStore {
  readonly #cookies: ScriptCookies;
  readonly #report: ScriptReport;

  constructor(cookies: ScriptCookies, report: ScriptReport) {
    this.#cookies = cookies;
    this.#report = report;
  }

  get(query: CookieStoreQuery): ScriptResult<CookieStoreItem | null> {
    if (query.name === undefined && query.url === undefined)
      return this.#report.refuse('cookieStore', cookieStoreRefusal('nothing-asked-for'));
    const all = this.getAll(query);
    return all.ok ? { ok: true, value: all.value[0] ?? null } : all;
  }

  getAll({ name, url }: CookieStoreQuery = {}): ScriptResult<readonly CookieStoreItem[]> {
    const place = this.#enter();
    if (!place.ok) return place;
    const { page } = place.value;
    if (url !== undefined && !isOwnAddress(url, page.url))
      return this.#report.refuse('cookieStore', cookieStoreRefusal('foreign-url', { url }));
    const { sent } = this.#cookies.read(place.value, 'cookieStore');
    const cookies = sent.map(({ cookie }) => cookie);
    const wanted = name === undefined ? null : trimWhitespace(name);
    const asked = cookies.filter((one) => wanted === null || one.name === wanted);
    return { ok: true, value: asked.map(itemOf) };
  }

  set(setting: CookieStoreSetting): ScriptResult<undefined> {
    const { maxAge, expires = null } = setting;
    if (typeof maxAge === 'number' && expires !== null)
      return this.#report.refuse('cookieStore', cookieStoreRefusal('expires-and-max-age'));
    const { now } = this.#cookies;
    const expiryTime = typeof maxAge === 'number' ? now + maxAge * 1000 : expires;
    return this.#write(setting, expiryTime);
  }

  /** Deleting is setting a cookie whose time is over. */
  delete({ name, domain = null, path = '/', partitioned = false }: CookieStoreDeletion) {
    const value = name === '' ? 'deleted' : '';
    return this.#write({ name, value, domain, path, partitioned }, 0);
  }

  #write(setting: CookieStoreSetting, expiryTime: number | null): ScriptResult<undefined> {
    const place = this.#enter();
    if (!place.ok) return place;
    const text = cookieStoreText(setting, expiryTime, place.value.page.url);
    if (!text.ok) return this.#report.refuse('cookieStore', text);
    const decision = this.#cookies.write(place.value, text.value, 'cookieStore', (decided) =>
      withExpiry(decided, expiryTime, this.#cookies.now),
    );
    if (decision.ok) return { ok: true, value: undefined };
    const values = { ...decision.values, decision: decision.code };
    const refused = cookieStoreRefusal('cookie-rejected', values, decision.rule);
    return this.#report.refuse('cookieStore', refused);
  }

  #enter(): ScriptResult<DocumentPlace> {
    const place = this.#report.enter('cookieStore');
    if (!place.ok || isSecureContext(place.value)) return place;
    const { url } = place.value.page;
    return this.#report.refuse('cookieStore', cookieStoreRefusal('not-a-secure-context', { url }));
  }
}

function isOwnAddress(url: string, pageUrl: string): boolean {
  const address = URL.parse(url, pageUrl);
  return address !== null && isSameDocument(address.href, pageUrl);
}

/** The text of a cookie has whole seconds only; script has said it in milliseconds. */
function withExpiry(
  decision: SetCookieDecision,
  expiryTime: number | null,
  now: number,
): SetCookieDecision {
  if (!decision.ok || expiryTime === null || expiryTime <= now) return decision;
  return {
    ...decision,
    cookie: { ...decision.cookie, expiryTime: capLifetime(expiryTime, now) },
  };
}

function itemOf(cookie: Cookie): CookieStoreItem {
  const { name, value, domain, hostOnly, path, expiryTime, secureOnly, sameSite } = cookie;
  return {
    name,
    value,
    domain: hostOnly ? null : domain,
    path,
    expires: expiryTime,
    secure: secureOnly,
    sameSite: sameSite === 'unspecified' ? 'lax' : sameSite,
    partitioned: cookie.partitionKey !== null,
  };
}
