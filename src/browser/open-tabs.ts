import { documentsOf, framesOf, type DocumentPlace, type FramePlace } from './document-place.ts';
import type { Flight } from './flight.ts';
import type { Tab } from './tab.ts';

/** The tabs in the map that was handed in; each is an immutable record, replaced when it changes. */
export class OpenTabs {
  readonly #tabs: Map<string, Tab>;

  constructor(tabs: Map<string, Tab>) {
    this.#tabs = tabs;
  }

  all(): readonly Tab[] {
    return [...this.#tabs.values()];
  }

  find(id: string | null): Tab | null {
    return id === null ? null : (this.#tabs.get(id) ?? null);
  }

  /** The tab of that id, which must be open. */
  get(id: string): Tab {
    const tab = this.#tabs.get(id);
    if (!tab) throw new Error(`No tab ${id} is open.`);
    return tab;
  }

  /** Where the document of that id stands; `null` when no tab shows it any more. */
  findDocument(id: string): DocumentPlace | null {
    for (const tab of this.all()) {
      const place = documentsOf(tab).find(({ page }) => page.id === id);
      if (place) return place;
    }
    return null;
  }

  /** The frame that something is under way in; `null` for a tab, and for a frame that is gone. */
  findFrame({ tabId, frameId }: Flight): FramePlace | null {
    const tab = this.find(tabId);
    if (tab === null || frameId === null) return null;
    return framesOf(tab).find(({ frame }) => frame.id === frameId) ?? null;
  }

  put(tab: Tab): void {
    this.#tabs.set(tab.id, tab);
  }

  /** Changes the tab; nothing happens when it has been closed meanwhile. */
  change(id: string, changed: (tab: Tab) => Tab): void {
    const tab = this.#tabs.get(id);
    if (tab) this.#tabs.set(id, changed(tab));
  }

  close(id: string): void {
    this.#tabs.delete(id);
  }

  closeAll(): void {
    this.#tabs.clear();
  }
}
