import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { followRedirects, type FinalOutcome } from './follow-redirects.ts';
import { firstSight, loadResources, readDocument } from './load-page.ts';
import { navigationRequest, type Navigation } from './navigation.ts';
import type { OpenTabs } from './open-tabs.ts';
import type { NavigationProblem, Page } from './tab.ts';
import { atEntry, withEntry } from './tab-history.ts';

type Arrival = Extract<FinalOutcome, { ok: true }>;

/** Statuses that leave the browser where it is (HTML, navigate). */
const statusesWithoutDocument: ReadonlySet<number> = new Set([204, 205]);

/** Takes tabs from one document to the next. */
export class Navigator {
  readonly #surroundings: Surroundings;
  readonly #tabs: OpenTabs;

  constructor(surroundings: Surroundings, tabs: OpenTabs) {
    this.#surroundings = surroundings;
    this.#tabs = tabs;
  }

  /** Ends when the page and all that it embeds have arrived, or when another navigation took its place. */
  async go(navigation: Navigation, flight: Flight): Promise<void> {
    const { to, cause } = navigation;
    if (!to.ok) return this.#refuse(navigation, flight, { code: to.code, url: to.url });
    this.#tabs.change(flight.tabId, (tab) => ({
      ...tab,
      loading: { url: to.url, cause },
      problem: null,
    }));
    const outcome = await followRedirects(
      this.#surroundings,
      navigationRequest(navigation, to.url),
      flight,
    );
    if (flight.aborted) return;
    if (outcome.ok) return this.#arrive(navigation, flight, outcome);
    if ('refused' in outcome)
      return this.#refuse(navigation, flight, { code: outcome.refused, url: outcome.url });
    this.#fail(navigation, flight, { code: outcome.failure, url: outcome.url });
  }

  async #arrive(
    navigation: Navigation,
    flight: Flight,
    { exchangeId, response, url }: Arrival,
  ): Promise<void> {
    if (statusesWithoutDocument.has(response.status)) {
      this.#tabs.change(flight.tabId, (tab) => ({ ...tab, loading: null }));
      return;
    }
    const built = readDocument(response, url);
    const page = firstSight(built, response, url, exchangeId);
    this.#show(navigation, flight, url, page, null);
    const { browserId, observe } = this.#surroundings;
    const { status, title } = page;
    observe({ type: 'page-shown', browserId, tabId: flight.tabId, exchangeId, url, status, title });
    await loadResources(this.#surroundings, page, built, flight, (changed) =>
      this.#changePage(flight, exchangeId, changed),
    );
  }

  #refuse(
    navigation: Navigation,
    flight: Flight,
    problem: {
      code: 'invalid-url' | 'unsupported-scheme' | 'too-many-redirects' | 'outside-the-lab';
      url: string;
    },
  ): void {
    this.#fail(navigation, flight, problem);
    const { browserId, observe } = this.#surroundings;
    observe({ type: 'navigation-refused', browserId, tabId: flight.tabId, ...problem });
  }

  #fail(navigation: Navigation, flight: Flight, problem: NavigationProblem): void {
    this.#show(navigation, flight, problem.url, null, problem);
  }

  /** Puts the page, or the problem, into the tab and into its history. */
  #show(
    { entryIndex, initiator }: Navigation,
    { tabId }: Flight,
    url: string,
    page: Page | null,
    problem: NavigationProblem | null,
  ): void {
    const entry = { url, title: page?.title ?? '', initiator };
    this.#tabs.change(tabId, (tab) => {
      const moved = entryIndex === null ? withEntry(tab, entry) : atEntry(tab, entryIndex, entry);
      return { ...moved, page, problem, loading: null };
    });
  }

  /** Changes the page while it is still the one shown. */
  #changePage({ tabId }: Flight, exchangeId: string, changed: (page: Page) => Page): void {
    this.#tabs.change(tabId, (tab) =>
      tab.page?.exchangeId === exchangeId ? { ...tab, page: changed(tab.page) } : tab,
    );
  }
}
