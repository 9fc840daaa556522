import type { Cookie } from '../cookies/cookie.ts';
import { CookieJar, cookieKey, type CookieJarOptions } from '../cookies/cookie-jar.ts';
import type { HttpResponse } from '../http/message.ts';
import {
  checkAddress,
  checkTypedAddress,
  isOfTheLab,
  type CheckedAddress,
  type ReachesHost,
} from './address.ts';
import { closedBrowser, type BrowserState } from './browser-state.ts';
import type { ObserveBrowser, RequestCause } from './events.ts';
import type { Surroundings } from './exchange.ts';
import { Flights } from './flights.ts';
import { formTarget, type Navigation, type SubmittedForm } from './navigation.ts';
import { Navigator } from './navigator.ts';
import type { Network } from './network.ts';
import { OpenTabs } from './open-tabs.ts';
import { scriptFetch, type FetchInit } from './script-fetch.ts';
import type { Tab } from './tab.ts';
import { atEntry, blankTab, currentEntry, isSameDocument, withEntry } from './tab-history.ts';

export type { BrowserState } from './browser-state.ts';
export type { SubmittedForm } from './navigation.ts';
export type { FetchInit } from './script-fetch.ts';

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
  /** By the browser's id; one map will do for all browsers. */
  readonly state: Map<string, BrowserState>;
  readonly acceptLanguage: () => string;
  readonly homeUrl: string;
  readonly jar?: CookieJarOptions;
  /** The hosts that there are; `.example` and the machine itself when left out. */
  readonly reaches?: ReachesHost;
}

/**
 * A simulated user agent: tabs, a cookie jar, and a network by which it sends requests. All that changes
 * lives in the maps that were handed in; everything readable is pure.
 */
export class Browser {
  readonly id: string;
  readonly name: string;
  readonly jar: CookieJar;
  readonly #options: BrowserOptions;
  readonly #surroundings: Surroundings;
  readonly #tabs: OpenTabs;
  readonly #flights = new Flights();
  readonly #navigator: Navigator;

  constructor(options: BrowserOptions) {
    const { id, network, observe, now, nextId, acceptLanguage } = options;
    this.#options = options;
    this.id = id;
    this.name = options.name ?? id;
    this.jar = new CookieJar(options.cookies, options.jar);
    this.#surroundings = {
      browserId: id,
      jar: this.jar,
      network,
      observe,
      now,
      nextId,
      acceptLanguage,
      reaches: options.reaches ?? isOfTheLab,
    };
    this.#tabs = new OpenTabs(options.tabs);
    this.#navigator = new Navigator(this.#surroundings, this.#tabs);
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

  /** Opens a tab, shows it, and goes to the address if there is one. Ends with the tab's id when it is there. */
  async openTab(url?: string): Promise<string> {
    this.#becomeOpen();
    const id = this.#options.nextId('tab');
    this.#tabs.put(blankTab(id));
    this.showTab(id);
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
    if (this.activeTabId === id) this.showTab((this.tabs[place] ?? this.tabs.at(-1))?.id ?? id);
  }

  showTab(id: string): void {
    this.#setState({ open: this.open, activeTabId: this.#tabs.get(id).id });
  }

  /** By the address bar, which forgives a missing scheme. */
  navigate(tabId: string, typed: string): Promise<void> {
    return this.#get(
      tabId,
      checkTypedAddress(typed, this.#surroundings.reaches),
      'address-bar',
      null,
    );
  }

  /** By a link of the page that the tab shows. */
  followLink(tabId: string, href: string): Promise<void> {
    const initiator = this.#pageUrl(tabId);
    return this.#get(
      tabId,
      checkReference(href, initiator, this.#surroundings.reaches),
      'link',
      initiator,
    );
  }

  /** By a form of the page that the tab shows. */
  submitForm(tabId: string, form: SubmittedForm): Promise<void> {
    const initiator = this.#pageUrl(tabId);
    const action = URL.parse(form.action, initiator ?? undefined)?.href ?? form.action;
    const { url, method, content } = formTarget({ ...form, action });
    return this.#go(tabId, {
      to: checkAddress(url, this.#surroundings.reaches),
      method,
      content,
      cause: 'form',
      initiator,
      entryIndex: null,
    });
  }

  /** Asks for the page again, in the name of whoever led to it (6265bis §5.2.1 on reloads; as Chromium does). */
  async reload(tabId: string): Promise<void> {
    await this.#travel(tabId, 0, 'reload');
  }

  async back(tabId: string): Promise<void> {
    await this.#travel(tabId, -1, 'back');
  }

  async forward(tabId: string): Promise<void> {
    await this.#travel(tabId, 1, 'forward');
  }

  /** Gives up what is under way in the tab; the page that it shows stays. */
  stop(tabId: string): void {
    this.#flights.abort(tabId);
    this.#tabs.change(tabId, (tab) => ({ ...tab, loading: null }));
  }

  /** `fetch` as the script of the page that the tab shows would call it. Rejects with a `NetworkFailure`. */
  async fetch(tabId: string, url: string, init: FetchInit): Promise<HttpResponse> {
    const { page } = this.#tabs.get(tabId);
    if (!page) throw new Error(`Tab ${tabId} shows no page that could fetch.`);
    const flight = this.#flights.start(tabId);
    try {
      return await scriptFetch(this.#surroundings, page, url, init, flight);
    } finally {
      this.#flights.end(flight);
    }
  }

  /** Ends the tabs, and with them the session cookies. */
  close(): void {
    if (!this.open) return;
    this.#flights.abortAll();
    this.#tabs.closeAll();
    this.#setState(closedBrowser);
    this.#tellRemoved(this.jar.removeSessionCookies(), 'browser-closed');
    this.#options.observe({ type: 'browser-closed', browserId: this.id });
  }

  /** Opens the browser at its home page; one that is open stays as it is. */
  async reopen(): Promise<void> {
    if (!this.open) await this.openTab(this.#options.homeUrl);
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
    this.jar.reindex();
    for (const tab of this.tabs) if (tab.loading) this.#tabs.put({ ...tab, loading: null });
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

  #pageUrl(tabId: string): string | null {
    return this.#tabs.get(tabId).page?.url ?? null;
  }

  async #get(
    tabId: string,
    to: CheckedAddress,
    cause: RequestCause,
    initiator: string | null,
  ): Promise<void> {
    const tab = this.#tabs.get(tabId);
    if (to.ok && tab.page && leadsIntoPage(to.url, tab.page.url, cause))
      return this.#moveWithin(tab, to.url, initiator);
    const isSame = to.ok && currentEntry(tab)?.url === to.url;
    const entryIndex = isSame ? tab.historyIndex : null;
    await this.#go(tabId, { to, method: 'GET', content: '', cause, initiator, entryIndex });
  }

  /** Within one document nothing is fetched; the address and the history change (HTML, fragment navigation). */
  #moveWithin(tab: Tab, url: string, initiator: string | null): void {
    if (!tab.page || tab.page.url === url) return;
    const moved = withEntry(tab, { url, title: tab.page.title, initiator });
    this.#tabs.put({ ...moved, page: { ...tab.page, url } });
  }

  async #travel(
    tabId: string,
    distance: number,
    cause: 'reload' | 'back' | 'forward',
  ): Promise<void> {
    const tab = this.#tabs.get(tabId);
    const entryIndex = tab.historyIndex + distance;
    const entry = tab.history[entryIndex];
    if (!entry) return;
    if (
      tab.page &&
      distance !== 0 &&
      tab.page.url !== entry.url &&
      isSameDocument(tab.page.url, entry.url)
    ) {
      this.#tabs.put({ ...atEntry(tab, entryIndex, entry), page: { ...tab.page, url: entry.url } });
      return;
    }
    const to = checkAddress(entry.url, this.#surroundings.reaches);
    await this.#go(tabId, {
      to,
      method: 'GET',
      content: '',
      cause,
      initiator: entry.initiator ?? null,
      entryIndex,
    });
  }

  /** Whatever else was under way in the tab is given up. */
  async #go(tabId: string, navigation: Navigation): Promise<void> {
    this.#flights.abort(tabId);
    const flight = this.#flights.start(tabId);
    try {
      await this.#navigator.go(navigation, flight);
    } finally {
      this.#flights.end(flight);
    }
  }

  #tellRemoved(cookies: readonly Cookie[], why: 'by-hand' | 'expired' | 'browser-closed'): void {
    for (const cookie of cookies)
      this.#options.observe({ type: 'cookie-removed', browserId: this.id, cookie, why });
  }
}

function checkReference(
  reference: string,
  base: string | null,
  reaches: ReachesHost,
): CheckedAddress {
  return checkAddress(URL.parse(reference, base ?? undefined)?.href ?? reference, reaches);
}

/** Whether an address only names a place in the page shown; typing its very address asks for it again. */
function leadsIntoPage(url: string, pageUrl: string, cause: RequestCause): boolean {
  const namesPlace = new URL(url).hash !== '';
  return namesPlace && isSameDocument(url, pageUrl) && (cause === 'link' || url !== pageUrl);
}
