import { checkAddress, type CheckedAddress } from './address.ts';
import { chooseTarget } from './choose-target.ts';
import { withDocument, type DocumentPlace } from './document-place.ts';
import type { NavigationRefusalCode, RequestCause } from './events.ts';
import type { Surroundings } from './exchange.ts';
import type { Flights } from './flights.ts';
import {
  formTarget,
  sourceOf,
  type Navigation,
  type NavigationSource,
  type SubmittedForm,
} from './navigation.ts';
import type { Navigator } from './navigator.ts';
import type { OpenTabs } from './open-tabs.ts';
import { sandboxAllows } from './sandbox.ts';
import type { HistoryEntry, Page, Tab } from './tab.ts';
import { atEntry, currentEntry, isSameDocument, withEntry } from './tab-history.ts';

/** How a document leads somewhere. */
export interface Departure {
  readonly cause: 'link' | 'form' | 'script';
  readonly userActivated: boolean;
  readonly target?: string;
  /** The new document takes the place of the old one in the history. */
  readonly replace?: boolean;
}

export interface ItineraryOptions {
  readonly surroundings: Surroundings;
  readonly tabs: OpenTabs;
  readonly flights: Flights;
  readonly navigator: Navigator;
  /** Opens an empty tab, shows it, and gives its id. */
  readonly openTab: () => string;
}

type Destination = Pick<Navigation, 'to' | 'method' | 'content'>;

/** Decides which tab or frame goes where, by which entry of its history, and in whose name (HTML §7.4). */
export class Itinerary {
  readonly #options: ItineraryOptions;

  constructor(options: ItineraryOptions) {
    this.#options = options;
  }

  /** The user leads a tab to an address. */
  async visit(tabId: string, to: CheckedAddress, cause: RequestCause): Promise<void> {
    const tab = this.#options.tabs.get(tabId);
    if (to.ok && tab.page && leadsIntoPage(to.url, tab.page.url, cause))
      return this.#moveWithin(tabId, tab.page.id, to.url, null);
    const isSame = to.ok && currentEntry(tab)?.url === to.url;
    const entryIndex = isSame ? tab.historyIndex : null;
    const navigation = { to, method: 'GET', content: '', cause, source: null, entryIndex } as const;
    await this.#go(tabId, [], { ...navigation, userActivated: true });
  }

  /** A document leads to an address: by a link, or by its script. */
  async follow(place: DocumentPlace, reference: string, departure: Departure): Promise<void> {
    const to = this.#check(URL.parse(reference, place.page.url)?.href ?? reference);
    await this.#depart(place, { to, method: 'GET', content: '' }, departure);
  }

  /** A document sends a form. */
  async submit(place: DocumentPlace, form: SubmittedForm, departure: Departure): Promise<void> {
    if (!sandboxAllows(place.page.sandbox, 'allow-forms'))
      return this.#refuse(place, form.action, 'sandboxed');
    const action = URL.parse(form.action, place.page.url)?.href ?? form.action;
    const { url, method, content } = formTarget({ ...form, action });
    const target = departure.target ?? form.target ?? '';
    await this.#depart(place, { to: this.#check(url), method, content }, { ...departure, target });
  }

  /** Goes along the tab's history; 0 asks for the page again. Who led there at first leads there again. */
  async travel(
    tabId: string,
    distance: number,
    cause: 'reload' | 'back' | 'forward' | 'restore',
    userActivated: boolean,
  ): Promise<void> {
    const tab = this.#options.tabs.get(tabId);
    const entryIndex = tab.historyIndex + distance;
    const entry = tab.history[entryIndex];
    if (!entry) return;
    if (distance !== 0 && tab.page !== null && entry.documentId === tab.page.id)
      return this.#moveTo(tab, entryIndex, entry);
    if (cause !== 'reload' && isPosted(entry)) return this.#askAgain(tab, entryIndex, entry);
    await this.#go(tabId, [], {
      to: this.#check(entry.url),
      method: isPosted(entry) ? 'POST' : 'GET',
      content: entry.posted ?? '',
      cause,
      source: sourceOfEntry(entry),
      userActivated,
      entryIndex,
    });
  }

  /** Script asks for its document again, in its own name; of a frame only what the frame shows. */
  async reload(place: DocumentPlace): Promise<void> {
    if (place.frames.length === 0) return this.travel(place.tabId, 0, 'reload', false);
    const frames = place.frames.map(({ id }) => id);
    await this.#go(place.tabId, frames, {
      to: this.#check(place.page.url),
      method: 'GET',
      content: '',
      cause: 'reload',
      source: sourceOf(place),
      userActivated: false,
      entryIndex: null,
    });
  }

  async #depart(
    place: DocumentPlace,
    { to, method, content }: Destination,
    { cause, userActivated, target = '', replace = false }: Departure,
  ): Promise<void> {
    const tab = this.#options.tabs.get(place.tabId);
    const chosen = chooseTarget(tab, place, target, userActivated);
    if (!chosen.ok) return this.#refuse(place, to.url, chosen.code);
    const source = sourceOf(place);
    const navigation = { to, method, content, cause, source, userActivated };
    if (chosen.newTab)
      return this.#go(this.#options.openTab(), [], { ...navigation, entryIndex: null });

    const isOwn = chosen.frames.at(-1) === place.frames.at(-1)?.id;
    if (isOwn && to.ok && method === 'GET' && leadsIntoPage(to.url, place.page.url, cause))
      return this.#moveWithin(place.tabId, place.page.id, to.url, source);
    const isSame = to.ok && method === 'GET' && currentEntry(tab)?.url === to.url;
    const entryIndex = isSame || replace ? tab.historyIndex : null;
    await this.#go(place.tabId, chosen.frames, { ...navigation, entryIndex });
  }

  /** Within one document nothing is fetched; the address and the history change (HTML §7.4.2.3.3). */
  #moveWithin(
    tabId: string,
    documentId: string,
    url: string,
    source: NavigationSource | null,
  ): void {
    this.#options.tabs.change(tabId, (tab) => {
      const { page } = tab;
      if (page === null) return tab;
      const moved = withDocument(page, documentId, (shown) =>
        shown.url === url ? shown : { ...shown, url },
      );
      if (moved === page || page.id !== documentId) return { ...tab, page: moved };
      return { ...withEntry(tab, entryWithin(page, url, source)), page: moved };
    });
  }

  /** To another place in the document that is shown. */
  #moveTo(tab: Tab, entryIndex: number, entry: HistoryEntry): void {
    const page = tab.page === null ? null : { ...tab.page, url: entry.url };
    this.#options.tabs.put({ ...atEntry(tab, entryIndex, entry), page });
  }

  /** Chromium shows "Confirm Form Resubmission" instead of a page that a POST has led to. */
  #askAgain(tab: Tab, entryIndex: number, entry: HistoryEntry): void {
    this.#options.flights.abort(tab.id);
    const problem = { code: 'form-resubmission', url: entry.url } as const;
    const moved = atEntry(tab, entryIndex, entry);
    this.#options.tabs.put({ ...moved, page: null, loading: null, problem });
  }

  #refuse({ tabId }: DocumentPlace, url: string, code: NavigationRefusalCode): void {
    const { browserId, observe } = this.#options.surroundings;
    observe({ type: 'navigation-refused', browserId, tabId, url, code });
  }

  #check(url: string): CheckedAddress {
    return checkAddress(url, this.#options.surroundings.reaches);
  }

  /** Whatever else was under way there is given up. */
  async #go(tabId: string, frames: readonly string[], navigation: Navigation): Promise<void> {
    const { flights, navigator } = this.#options;
    flights.abort(tabId, frames.at(-1) ?? null);
    const flight = flights.start(tabId, frames);
    try {
      await navigator.go(navigation, flight);
    } finally {
      flights.end(flight);
    }
  }
}

function isPosted({ posted }: HistoryEntry): boolean {
  return posted !== undefined;
}

function entryWithin(
  { id, title }: Page,
  url: string,
  source: NavigationSource | null,
): HistoryEntry {
  const { origin = null, referrer = null } = source ?? {};
  return { url, title, documentId: id, initiator: origin, referrer };
}

function sourceOfEntry({ initiator, referrer }: HistoryEntry): NavigationSource | null {
  const origin = initiator ?? null;
  return origin === null ? null : { origin, referrer: referrer ?? null };
}

/** Whether an address only names a place in the page shown; typing its very address asks for it again. */
function leadsIntoPage(url: string, pageUrl: string, cause: RequestCause): boolean {
  const namesPlace = new URL(url).hash !== '';
  return namesPlace && isSameDocument(url, pageUrl) && (cause !== 'address-bar' || url !== pageUrl);
}
