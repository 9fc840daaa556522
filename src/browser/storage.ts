import type { StorageKind } from './script-access.ts';

/** `localStorage` of an origin, or `sessionStorage` of an origin in a tab (HTML §12.2). */
export interface StorageArea {
  readonly kind: StorageKind;
  readonly origin: string;
  /** Site at the top for a third party, whose storage is apart under each; `null` for a first party. */
  readonly partition: string | null;
  /** The tab to which session storage belongs; `null` for local storage. */
  readonly tabId: string | null;
  /** In the order in which the keys were first set. */
  readonly entries: readonly StorageEntry[];
}

export type StorageEntry = readonly [key: string, value: string];

/** What makes an area: all of it but the entries. */
export type StorageKey = Omit<StorageArea, 'entries'>;

/** What keys and values of one area may have together, in UTF-16 code units (Chromium: 10 MiB of them). */
export const STORAGE_QUOTA = 5 * 1024 * 1024;

/** Under what an area stands in the map. A line feed, which no origin has, keeps the parts apart. */
export function storageKeyText({ kind, origin, partition, tabId }: StorageKey): string {
  return [kind, origin, partition ?? '', tabId ?? ''].join('\n');
}

/** A browser's web storage, in the map that was handed in. */
export class BrowserStorage {
  readonly #areas: Map<string, StorageArea>;

  constructor(areas: Map<string, StorageArea>) {
    this.#areas = areas;
  }

  /** All areas that hold something. */
  all(): readonly StorageArea[] {
    return [...this.#areas.values()];
  }

  entries(key: StorageKey): readonly StorageEntry[] {
    return this.#areas.get(storageKeyText(key))?.entries ?? [];
  }

  /** `null` where there is no such key. */
  get(key: StorageKey, name: string): string | null {
    return this.entries(key).find(([other]) => other === name)?.[1] ?? null;
  }

  /** Whether there was room for it. */
  set(key: StorageKey, name: string, value: string): boolean {
    const entries = this.entries(key);
    const place = entries.findIndex(([other]) => other === name);
    const changed: readonly StorageEntry[] =
      place < 0 ? [...entries, [name, value]] : entries.with(place, [name, value]);
    if (sizeOf(changed) > STORAGE_QUOTA && sizeOf(changed) > sizeOf(entries)) return false;
    this.#put(key, changed);
    return true;
  }

  remove(key: StorageKey, name: string): void {
    this.#put(
      key,
      this.entries(key).filter(([other]) => other !== name),
    );
  }

  clear(key: StorageKey): void {
    this.#put(key, []);
  }

  /** The session storage of a tab goes with it. */
  endTab(tabId: string): void {
    for (const area of this.all()) if (area.tabId === tabId) this.clear(area);
  }

  clearAll(): void {
    this.#areas.clear();
  }

  #put(key: StorageKey, entries: readonly StorageEntry[]): void {
    const text = storageKeyText(key);
    const { kind, origin, partition, tabId } = key;
    if (entries.length === 0) this.#areas.delete(text);
    else this.#areas.set(text, { kind, origin, partition, tabId, entries });
  }
}

function sizeOf(entries: readonly StorageEntry[]): number {
  return entries.reduce((size, [key, value]) => size + key.length + value.length, 0);
}
