import type { Cookie } from '../cookies/cookie.ts';
import { CookieJar, cookieKey, type CookieJarOptions } from '../cookies/cookie-jar.ts';
import { checkAddress, checkTypedAddress, isOfTheLab, type ReachesHost } from './address.ts';
import { closedBrowser, type BrowserState } from './browser-state.ts';
import { PreflightCache } from './cors/preflight-cache.ts';
import type { DocumentPlace } from './document-place.ts';
import type { ObserveBrowser } from './events.ts';
import { Flights } from './flights.ts';
import { Itinerary } from './itinerary.ts';
import { leaveSession } from './left-session.ts';
import type { SubmittedForm } from './navigation.ts';
import { Navigator } from './navigator.ts';
import type { Network } from './network.ts';
import { OpenTabs } from './open-tabs.ts';
import type { ScriptAccess } from './script-access.ts';
import { Scripting } from './scripting.ts';
import { BrowserStorage, type StorageArea, type StorageKey } from './storage.ts';
import { StrictTransportHosts, type StrictTransportHost } from './strict-transport/known-hosts.ts';
import type { Tab } from './tab.ts';
import { blankTab } from './tab-history.ts';

export type { BrowserState } from './browser-state.ts';
export type { SubmittedForm } from './navigation.ts';

export interface BrowserOptions {
  readonly id: string;
  readonly name?: string;
  readonly network: Network;
  readonly observe: ObserveBrowser;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Makes identifiers of exchanges and tabs. */
  readonly nextId: (prefix: string) => string;
  /** By `cookieKey`. */
  readonly cookies: Map<string, Cookie>;
  readonly tabs: Map<string, Tab>;
  /** `localStorage` and `sessionStorage`, by `storageKeyText`. */
  readonly storage: Map<string, StorageArea>;
  /** Hosts that want to be visited by TLS alone, by name; none are known at first when left out. */
  readonly strictTransport?: Map<string, StrictTransportHost>;
  /** By the browser's id; one map will do for all browsers. */
  readonly state: Map<string, BrowserState>;
  readonly acceptLanguage: () => string;
  readonly homeUrl: string;
  readonly jar?: CookieJarOptions;
  /** A document and all that it embeds has arrived: runs its scripts. */
  readonly documentLoaded?: (documentId: string) => Promise<void>;
  /** Whether it takes its session up again when it is opened: asked when it is closed. Never, when left out. */
  readonly continuesSession?: () => boolean;
  /** A private window forgets everything when it is closed. */
  readonly isPrivate?: boolean;
  /** The hosts that there are; `.example` and the machine itself when left out. */
  readonly reaches?: ReachesHost;
}

/** Where a link or a form stands, and where it leads. */
export interface LinkPlace {
  /** The document of the tab itself where it is not said. */
  readonly documentId?: string;
  /** `_self` where it is not said. */
  readonly target?: string;
}

/**
 * A simulated user agent: tabs, a cookie jar, and a network by which it sends requests. All that changes
 * lives in the maps that were handed in; everything readable is pure.
 */
export class Browser {
  readonly id: string;
  readonly name: string;
  readonly jar: CookieJar;
  readonly storage: BrowserStorage;
  readonly strictTransport: StrictTransportHosts;
  readonly #options: BrowserOptions;
  readonly #reaches: ReachesHost;
  readonly #tabs: OpenTabs;
  readonly #flights = new Flights();
  readonly #preflights = new PreflightCache();
  readonly #itinerary: Itinerary;
  readonly #scripting: Scripting;

  constructor(options: BrowserOptions) {
    const { id, network, observe, now, nextId, acceptLanguage } = options;
    this.#options = options;
    this.#reaches = options.reaches ?? isOfTheLab;
    this.id = id;
    this.name = options.name ?? id;
    this.jar = new CookieJar(options.cookies, options.jar);
    this.storage = new BrowserStorage(options.storage);
    this.strictTransport = new StrictTransportHosts(
      options.strictTransport ?? new Map<string, StrictTransportHost>(),
    );
    const surroundings = {
      browserId: id,
      jar: this.jar,
      network,
      observe,
      now,
      nextId,
      acceptLanguage,
      reaches: this.#reaches,
      preflights: this.#preflights,
      strictTransport: this.strictTransport,
    };
    this.#tabs = new OpenTabs(options.tabs);
    const tabs = this.#tabs;
    const flights = this.#flights;
    const documentLoaded = options.documentLoaded ?? (() => Promise.resolve());
    const navigator = new Navigator(surroundings, tabs, flights, documentLoaded);
    const openTab = () => this.#newTab();
    this.#itinerary = new Itinerary({ surroundings, tabs, flights, navigator, openTab });
    this.#scripting = new Scripting({
      surroundings,
      tabs,
      flights,
      itinerary: this.#itinerary,
      storage: this.storage,
    });
  }

  get open(): boolean {
    return this.#state.open;
  }

  get activeTabId(): string | null {
    return this.#state.activeTabId;
  }

  get activeTab(): Tab | null {
    return this.#tabs.find(this.activeTabId);
  }

  get tabs(): readonly Tab[] {
    return this.#tabs.all();
  }

  /** Opens a tab, shows it, and goes to the address if there is one; beside those of
   * the last session where the browser takes it up. Ends with the tab's id when it is there. */
  async openTab(url?: string): Promise<string> {
    if (this.#state.left !== undefined) await this.reopen();
    const id = this.#newTab();
    if (url !== undefined) await this.navigate(id, url);
    return id;
  }

  /** Closing the last tab closes the browser. */
  closeTab(id: string): void {
    const place = this.tabs.findIndex((tab) => tab.id === id);
    if (place < 0) return;
    if (this.tabs.length === 1) return this.close();
    this.#flights.abort(id);
    this.#tabs.close(id);
    this.storage.endTab(id);
    if (this.activeTabId === id) this.showTab((this.tabs[place] ?? this.tabs.at(-1))?.id ?? id);
  }

  showTab(id: string): void {
    this.#setState({ open: this.open, activeTabId: this.#tabs.get(id).id });
  }

  /** By the address bar, which forgives a missing scheme. */
  navigate(tabId: string, typed: string): Promise<void> {
    return this.#itinerary.visit(tabId, checkTypedAddress(typed, this.#reaches), 'address-bar');
  }

  /** By a link that the user clicks in the page that the tab shows, or in one of its frames. */
  async followLink(tabId: string, href: string, from: LinkPlace = {}): Promise<void> {
    const place = this.#placeOf(tabId, from);
    if (place === null)
      return this.#itinerary.visit(tabId, checkAddress(href, this.#reaches), 'link');
    const { target = '' } = from;
    await this.#itinerary.follow(place, href, { cause: 'link', userActivated: true, target });
  }

  /** By a form that the user sends in the page that the tab shows, or in one of its frames. */
  async submitForm(tabId: string, form: SubmittedForm, from: LinkPlace = {}): Promise<void> {
    const place = this.#placeOf(tabId, from);
    if (place !== null)
      await this.#itinerary.submit(place, form, { cause: 'form', userActivated: true });
  }

  /** Asks for the page again, in the name of whoever led to it; what a form had sent is sent again. */
  async reload(tabId: string): Promise<void> {
    await this.#itinerary.travel(tabId, 0, 'reload', true);
  }

  async back(tabId: string): Promise<void> {
    await this.#itinerary.travel(tabId, -1, 'back', true);
  }

  async forward(tabId: string): Promise<void> {
    await this.#itinerary.travel(tabId, 1, 'forward', true);
  }

  /** Gives up what is under way in the tab; the page that it shows stays. */
  stop(tabId: string): void {
    this.#flights.abort(tabId);
    this.#tabs.change(tabId, (tab) => ({ ...tab, loading: null }));
  }

  /** The tab that shows the document, be it in a frame; `null` when none does. */
  tabOf(documentId: string): Tab | null {
    return this.#tabs.find(this.#tabs.findDocument(documentId)?.tabId ?? null);
  }

  /** What script of the document with that id may do; `null` when no tab shows it. */
  scriptAccess(documentId: string): ScriptAccess | null {
    return this.#scripting.access(documentId);
  }

  /**
   * Ends the tabs, and with them the session cookies and the session storage; where the session is to be taken
   * up again all of them are kept, as Chromium does ("Continue where you left off").
   */
  close(): void {
    if (!this.open) return;
    const { isPrivate = false, continuesSession = () => false } = this.#options;
    const continues = !isPrivate && continuesSession();
    this.#flights.abortAll();
    const left = continues ? leaveSession(this.tabs, this.activeTabId) : null;
    if (!continues) for (const { id } of this.tabs) this.storage.endTab(id);
    this.#tabs.closeAll();
    this.#preflights.clear();
    this.#setState(left === null ? closedBrowser : { ...closedBrowser, left });
    if (isPrivate) this.#forgetAll();
    else if (!continues) this.#tellRemoved(this.jar.removeSessionCookies(), 'browser-closed');
    this.#options.observe({ type: 'browser-closed', browserId: this.id });
  }

  /** Opens the browser at its home page, or where it was left; one that is open stays as it is. */
  async reopen(): Promise<void> {
    if (this.open) return;
    const { left } = this.#state;
    if (left === undefined || left.tabs.length === 0)
      return void (await this.openTab(this.#options.homeUrl));
    this.#becomeOpen();
    for (const tab of left.tabs) this.#tabs.put(tab);
    this.#setState({ open: true, activeTabId: left.activeTabId });
    const restoring = left.tabs.map(({ id }) => this.#itinerary.travel(id, 0, 'restore', true));
    await Promise.all(restoring);
  }

  /** Stores a cookie by hand, without asking any rule. */
  putCookie(cookie: Cookie): void {
    const previous = this.#options.cookies.get(cookieKey(cookie)) ?? null;
    this.jar.put(cookie);
    this.#options.observe({ type: 'cookie-edited', browserId: this.id, cookie, previous });
  }

  /** Removes a cookie by hand. */
  removeCookie(cookie: Cookie): void {
    if (!this.#options.cookies.has(cookieKey(cookie))) return;
    this.jar.remove(cookie);
    this.#tellRemoved([cookie], 'by-hand');
  }

  /** Sets an entry of web storage by hand, or removes it (`null`); whether there was room for it. */
  editStorage(area: StorageKey, key: string, value: string | null): boolean {
    if (value === null) this.storage.remove(area, key);
    else if (!this.storage.set(area, key, value)) return false;
    const { kind, origin } = area;
    this.#options.observe({
      type: 'storage-edited',
      browserId: this.id,
      kind,
      origin,
      key,
      value,
    });
    return true;
  }

  /** Removes the cookies whose time is over. */
  removeExpiredCookies(): void {
    this.#tellRemoved(this.jar.removeExpired(this.#options.now()), 'expired');
  }

  /**
   * To be called when the maps were filled from outside, as undo does: whatever was under way belongs to
   * another past; its answers are not heard, its cookies not kept.
   */
  restored(): void {
    this.#flights.forgetAll();
    this.#preflights.clear();
    this.jar.reindex();
    for (const tab of this.tabs) if (tab.loading) this.#tabs.put({ ...tab, loading: null });
  }

  #forgetAll(): void {
    const cookies = this.jar.all();
    for (const cookie of cookies) this.jar.remove(cookie);
    this.storage.clearAll();
    this.strictTransport.clear();
    this.#tellRemoved(cookies, 'browser-closed');
  }

  get #state(): BrowserState {
    return this.#options.state.get(this.id) ?? closedBrowser;
  }

  #setState(state: BrowserState): void {
    this.#options.state.set(this.id, state);
  }

  #becomeOpen(): void {
    if (this.open) return;
    this.#setState({ open: true, activeTabId: null });
    this.#options.observe({ type: 'browser-opened', browserId: this.id });
  }

  #newTab(): string {
    this.#becomeOpen();
    const id = this.#options.nextId('tab');
    this.#tabs.put(blankTab(id));
    this.showTab(id);
    return id;
  }

  /** The document with the link: one of a frame, or else the one that fills the tab. */
  #placeOf(tabId: string, { documentId }: LinkPlace): DocumentPlace | null {
    const id = documentId ?? this.#tabs.get(tabId).page?.id;
    return id === undefined ? null : this.#tabs.findDocument(id);
  }

  #tellRemoved(cookies: readonly Cookie[], why: 'by-hand' | 'expired' | 'browser-closed'): void {
    for (const cookie of cookies)
      this.#options.observe({ type: 'cookie-removed', browserId: this.id, cookie, why });
  }
}
