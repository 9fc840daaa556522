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
