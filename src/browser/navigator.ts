import { checkAddress } from './address.ts';
import { withDocument, withFrame, type DocumentPlace, type FramePlace } from './document-place.ts';
import type { NavigationRefusalCode, RequestCause } from './events.ts';
import { embeddingGate, embeddingRule, type EmbeddingRefusalCode } from './embedding-rules.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import type { Flights } from './flights.ts';
import { followRedirects, type FinalOutcome } from './follow-redirects.ts';
import { firstSight, loadResources, readDocument } from './load-page.ts';
import { frameNavigation, isTooDeep } from './load-frame.ts';
import { tellBlocked } from './load-resource.ts';
import { navigationRequest, type Navigation } from './navigation.ts';
import type { OpenTabs } from './open-tabs.ts';
import { combinedSandbox } from './sandbox.ts';
import type { NavigationProblem, Page } from './tab.ts';
import { atEntry, withEntry } from './tab-history.ts';

type Arrival = Extract<FinalOutcome, { ok: true }>;

/** Statuses that leave the browser where it is (HTML, navigate). */
const statusesWithoutDocument: ReadonlySet<number> = new Set([204, 205]);

/** What a tab and a frame have in common: a document, or why there is none. */
interface Shown {
  readonly page: Page | null;
  readonly loading: { readonly url: string; readonly cause: RequestCause } | null;
  readonly problem: NavigationProblem | null;
}

/** Takes tabs and frames from one document to the next. */
export class Navigator {
  readonly #surroundings: Surroundings;
  readonly #tabs: OpenTabs;
  readonly #flights: Flights;

  readonly #documentLoaded: (documentId: string) => Promise<void>;

  constructor(
    surroundings: Surroundings,
    tabs: OpenTabs,
    flights: Flights,
    documentLoaded: (documentId: string) => Promise<void>,
  ) {
    this.#documentLoaded = documentLoaded;
    this.#surroundings = surroundings;
    this.#tabs = tabs;
    this.#flights = flights;
  }

  /** Ends when the page and all that it embeds have arrived, or when another navigation took its place. */
  async go(navigation: Navigation, flight: Flight): Promise<void> {
    const { to, cause } = navigation;
    const frame = this.#tabs.findFrame(flight);
    if (flight.frameId !== null && frame === null) return;
    if (!to.ok) return this.#refuse(navigation, flight, { code: to.code, url: to.url });
    if (frame !== null && isTooDeep(to.url, frame.ancestors))
      return this.#refuse(navigation, flight, { code: 'frame-too-deep', url: to.url });
    this.#change(flight, { loading: { url: to.url, cause }, problem: null });
    const outcome = await followRedirects(
      this.#surroundings,
      navigationRequest(navigation, to.url, frame),
      flight,
      frame === null ? undefined : embeddingGate(frame.ancestors, 'iframe', to.url),
    );
    if (flight.aborted) return;
    if (outcome.ok) return this.#arrive(navigation, flight, frame, outcome);
    if ('refused' in outcome) {
      const { refused: code, url } = outcome;
      if (frame !== null && isEmbeddingRefusal(code)) return this.#block(flight, frame, code, url);
      return this.#refuse(navigation, flight, { code, url });
    }
    this.#fail(navigation, flight, { code: outcome.failure, url: outcome.url });
  }

  async #arrive(
    navigation: Navigation,
    flight: Flight,
    frame: FramePlace | null,
    { exchangeId, response, url, referrer, method }: Arrival,
  ): Promise<void> {
    if (statusesWithoutDocument.has(response.status)) {
      this.#change(flight, { loading: null });
      return;
    }
    const built = readDocument(response, url);
    const container = frame?.ancestors.at(-1) ?? null;
    const sandbox = combinedSandbox(container?.sandbox ?? null, frame?.frame.sandbox ?? null);
    const { nextId } = this.#surroundings;
    const page = firstSight(built, { response, url, exchangeId, sandbox }, nextId);
    const source = navigation.source === null ? null : { ...navigation.source, referrer };
    this.#show({ ...navigation, source, method }, flight, url, page, null);
    const place: DocumentPlace = {
      tabId: flight.tabId,
      page,
      ancestors: frame?.ancestors ?? [],
      frames: frame?.frames ?? [],
    };
    this.#tell(place, exchangeId);
    await Promise.all([
      loadResources(this.#surroundings, place, built, flight, (changed) =>
        this.#changeDocument(flight.tabId, page.id, changed),
      ).then(() => (flight.aborted ? undefined : this.#documentLoaded(page.id))),
      ...page.frames.map((inner) => this.#loadFrame(place, inner.id, inner.src, flight)),
    ]);
  }

  async #loadFrame(
    place: DocumentPlace,
    id: string,
    src: string | null,
    around: Flight,
  ): Promise<void> {
    if (src === null) return;
    const flight = this.#flights.start(place.tabId, [...around.frames, id]);
    try {
      await this.go(frameNavigation(place, checkAddress(src, this.#surroundings.reaches)), flight);
    } finally {
      this.#flights.end(flight);
    }
  }

  #tell({ tabId, page, ancestors, frames }: DocumentPlace, exchangeId: string): void {
    const { browserId, observe } = this.#surroundings;
    const { id, url, origin, status, title } = page;
    const frameId = frames.at(-1)?.id;
    if (frameId === undefined)
      return observe({ type: 'page-shown', browserId, tabId, exchangeId, url, status, title });
    observe({
      type: 'frame-shown',
      browserId,
      tabId,
      frameId,
      documentId: id,
      exchangeId,
      url,
      origin,
      topLevelUrl: ancestors[0]?.url ?? url,
    });
  }

  #refuse(
    navigation: Navigation,
    flight: Flight,
    problem: { code: NavigationRefusalCode; url: string },
  ): void {
    this.#fail(navigation, flight, problem);
    const { browserId, observe } = this.#surroundings;
    observe({ type: 'navigation-refused', browserId, tabId: flight.tabId, ...problem });
  }

  /** The frame keeps what it shows; an empty one says why it stays so. */
  #block(
    flight: Flight,
    { frame, ancestors }: FramePlace,
    code: EmbeddingRefusalCode,
    url: string,
  ): void {
    this.#change(flight, { loading: null, problem: frame.page === null ? { code, url } : null });
    const container = ancestors.at(-1);
    if (container === undefined) return;
    const place = { tabId: flight.tabId, page: container };
    const why = { code, rule: embeddingRule(code), values: {} };
    tellBlocked(this.#surroundings, place, 'iframe', url, why);
  }

  #fail(navigation: Navigation, flight: Flight, problem: NavigationProblem): void {
    this.#show(navigation, flight, problem.url, null, problem);
  }

  /** Puts the page, or the problem, into the tab and into its history, or into the frame. */
  #show(
    { entryIndex, source, method, content }: Navigation,
    flight: Flight,
    url: string,
    page: Page | null,
    problem: NavigationProblem | null,
  ): void {
    if (flight.frameId !== null) return this.#change(flight, { page, problem, loading: null });
    const entry = {
      url,
      title: page?.title ?? '',
      ...(page === null ? {} : { documentId: page.id }),
      initiator: source?.origin ?? null,
      referrer: source?.referrer ?? null,
      ...(method === 'POST' ? { posted: content } : {}),
    };
    this.#tabs.change(flight.tabId, (tab) => {
      const moved = entryIndex === null ? withEntry(tab, entry) : atEntry(tab, entryIndex, entry);
      return { ...moved, page, problem, loading: null };
    });
  }

  #change({ tabId, frameId }: Flight, changed: Partial<Shown>): void {
    this.#tabs.change(tabId, (tab) => {
      if (frameId === null) return { ...tab, ...changed };
      if (tab.page === null) return tab;
      const page = withFrame(tab.page, frameId, (frame) => ({ ...frame, ...changed }));
      return { ...tab, page };
    });
  }

  /** Changes the document while it is still the one shown. */
  #changeDocument(tabId: string, documentId: string, changed: (page: Page) => Page): void {
    this.#tabs.change(tabId, (tab) =>
      tab.page === null ? tab : { ...tab, page: withDocument(tab.page, documentId, changed) },
    );
  }
}

function isEmbeddingRefusal(code: NavigationRefusalCode): code is EmbeddingRefusalCode {
  return code === 'mixed-content' || code === 'url-with-credentials';
}
