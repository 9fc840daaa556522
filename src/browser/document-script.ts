import { partitionKeyOf } from '../cookies/partition-key.ts';
import { isThirdParty } from '../cookies/partitioned.ts';
import { withDocument, type DocumentPlace } from './document-place.ts';
import { documentCookieAccess, isSecureContext } from './document-cookies.ts';
import { checkPolicy, type PolicyQuestion } from './content-security-policy.ts';
import { cleanNodes } from './page/clean-nodes.ts';
import { pictureData } from './page/picture.ts';
import { loadResource } from './load-resource.ts';
import type { Flight } from './flight.ts';
import type { SubmittedForm } from './navigation.ts';
import type {
  CookieMirror,
  ScriptAccess,
  ScriptCookieStore,
  ScriptFetchInit,
  ScriptRefusal,
  ScriptResponse,
  ScriptResult,
  ScriptStorage,
  StorageKind,
} from './script-access.ts';
import { ScriptCookies } from './script-cookies.ts';
import { DocumentCookieStore } from './script-cookie-store.ts';
import { scriptFetch } from './script-fetch.ts';
import { refusal } from './script-refusal.ts';
import { ScriptReport } from './script-report.ts';
import { DocumentStorage } from './script-storage.ts';
import type { ScriptSurroundings } from './scripting.ts';
import type { Page, PageNode } from './tab.ts';

/** What script of one document may do, for as long as a tab shows the document. */
export class DocumentScript implements ScriptAccess {
  readonly #options: ScriptSurroundings;
  readonly #given: DocumentPlace;
  readonly #report: ScriptReport;
  readonly #cookies: ScriptCookies;
  readonly cookieStore: ScriptCookieStore;

  constructor(options: ScriptSurroundings, given: DocumentPlace) {
    this.#options = options;
    this.#given = given;
    const { surroundings, tabs } = options;
    this.#report = new ScriptReport(surroundings, given, () => tabs.findDocument(given.page.id));
    this.#cookies = new ScriptCookies(surroundings, this.#report);
    this.cookieStore = new DocumentCookieStore(this.#cookies, this.#report);
  }

  get documentId(): string {
    return this.#given.page.id;
  }

  get isActive(): boolean {
    return this.#place !== null;
  }

  get page(): Page {
    return (this.#place ?? this.#given).page;
  }

  get isSecureContext(): boolean {
    return isSecureContext(this.#given);
  }

  readCookie(): ScriptResult<string> {
    const allowed = this.#report.enter('document.cookie');
    if (!allowed.ok) return allowed;
    const { fieldValue } = this.#cookies.read(allowed.value, 'document.cookie');
    return { ok: true, value: fieldValue ?? '' };
  }

  writeCookie(text: string): ScriptResult<undefined> {
    const allowed = this.#report.enter('document.cookie');
    if (!allowed.ok) return allowed;
    this.#cookies.write(allowed.value, text, 'document.cookie');
    return { ok: true, value: undefined };
  }

  cookieMirror(): ScriptResult<CookieMirror> {
    const allowed = this.#report.enter('document.cookie');
    return allowed.ok ? { ok: true, value: this.#cookies.mirror(allowed.value) } : allowed;
  }

  storage(kind: StorageKind): ScriptResult<ScriptStorage> {
    const allowed = this.#report.enter(kind === 'local' ? 'localStorage' : 'sessionStorage');
    if (!allowed.ok) return allowed;
    const { tabId, page } = allowed.value;
    const { now, jar } = this.#options.surroundings;
    const access = documentCookieAccess(allowed.value, now(), jar.publicSuffixes);
    const key = {
      kind,
      origin: page.origin,
      partition: isThirdParty(access, jar.publicSuffixes)
        ? partitionKeyOf(access, jar.publicSuffixes)
        : null,
      tabId: kind === 'session' ? tabId : null,
    };
    return { ok: true, value: new DocumentStorage(this.#options.storage, key, this.#report) };
  }

  async fetch(url: string, init: ScriptFetchInit = {}): Promise<ScriptResult<ScriptResponse>> {
    const place = this.#report.present();
    if (!place.ok) return this.#report.refuse('fetch', place);
    const { surroundings } = this.#options;
    const forbidden = this.#forbidden({ kind: 'connect', url: this.#absolute(url) });
    if (forbidden) return this.#report.refuse('fetch', forbidden);
    const outcome = await this.#underWay(place.value, (flight) =>
      scriptFetch(surroundings, place.value, url, init, flight),
    );
    return outcome.ok ? outcome : this.#report.refuse('fetch', outcome);
  }

  async loadImage(url: string): Promise<boolean> {
    const place = this.#place;
    const address = place === null ? null : URL.parse(url, place.page.url);
    if (place === null || address === null) return false;
    const forbidden = this.#forbidden({ kind: 'image', url: address.href });
    if (forbidden) this.#report.refuse('Image', forbidden);
    if (forbidden) return false;
    const { surroundings } = this.#options;
    const response = await this.#underWay(place, (flight) =>
      loadResource(surroundings, address.href, 'image', place, flight),
    );
    const data = response === null ? null : pictureData(response);
    if (data !== null)
      this.#change(({ pictures }) => ({ pictures: { ...pictures, [address.href]: data } }));
    return data !== null;
  }

  async navigate(url: string, options: { readonly replace?: boolean } = {}): Promise<void> {
    const place = this.#place;
    const departure = { cause: 'script', userActivated: false, ...options } as const;
    if (place !== null) await this.#options.itinerary.follow(place, url, departure);
  }

  async reload(): Promise<void> {
    const place = this.#place;
    if (place !== null) await this.#options.itinerary.reload(place);
  }

  async travel(distance: number): Promise<void> {
    const place = this.#place;
    if (place === null) return;
    if (distance === 0) return this.reload();
    const cause = distance < 0 ? 'back' : 'forward';
    await this.#options.itinerary.travel(place.tabId, distance, cause, false);
  }

  async submitForm(form: SubmittedForm): Promise<void> {
    const place = this.#place;
    const departure = { cause: 'script', userActivated: false } as const;
    if (place !== null) await this.#options.itinerary.submit(place, form, departure);
  }

  writeBody(nodes: readonly PageNode[]): void {
    this.#change(({ url, frames }) => ({
      body: cleanNodes(nodes, { url, frames: frames.length }),
    }));
  }

  writeTitle(title: string): void {
    this.#change(() => ({ title }));
  }

  #change(changed: (page: Page) => Partial<Page>): void {
    const place = this.#place;
    if (place === null) return;
    this.#options.tabs.change(place.tabId, (tab) => {
      if (tab.page === null) return tab;
      const page = withDocument(tab.page, place.page.id, (shown) => ({
        ...shown,
        ...changed(shown),
      }));
      return { ...tab, page };
    });
  }

  /** What the document's policy says against it. */
  #forbidden(question: PolicyQuestion): ScriptRefusal | null {
    const verdict = checkPolicy(this.page, question);
    if (verdict.ok) return null;
    const values = { ...verdict.values, ...('url' in question ? { url: question.url } : {}) };
    return refusal(verdict.code, 'TypeError', verdict.rule, values);
  }

  #absolute(reference: string): string {
    return URL.parse(reference, this.page.url)?.href ?? reference;
  }

  get #place(): DocumentPlace | null {
    return this.#options.tabs.findDocument(this.documentId);
  }

  /** Goes along with what is under way where the document stands; ends with the document. */
  async #underWay<Value>(
    { tabId, frames }: DocumentPlace,
    run: (flight: Flight) => Promise<Value>,
  ): Promise<Value> {
    const { flights } = this.#options;
    const flight = flights.start(
      tabId,
      frames.map(({ id }) => id),
    );
    try {
      return await run(flight);
    } finally {
      flights.end(flight);
    }
  }
}
