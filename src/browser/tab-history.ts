import type { HistoryEntry, Tab } from './tab.ts';

/** A tab as it is when it has just been opened. */
export function blankTab(id: string): Tab {
  return { id, history: [], historyIndex: -1, page: null, loading: null, problem: null };
}

export function currentEntry(tab: Tab): HistoryEntry | null {
  return tab.history[tab.historyIndex] ?? null;
}

/** The tab with a new entry after the current one; what lay ahead is forgotten. */
export function withEntry(tab: Tab, entry: HistoryEntry): Tab {
  const history = [...tab.history.slice(0, tab.historyIndex + 1), entry];
  return { ...tab, history, historyIndex: history.length - 1 };
}

/**
 * The tab at another of its entries, which is rewritten: it may have redirected meanwhile. Other places in
 * the document that was shown there are now in the new one.
 */
export function atEntry(tab: Tab, index: number, entry: HistoryEntry): Tab {
  const before = tab.history[index]?.documentId;
  const { documentId } = entry;
  const history = tab.history.map((other) =>
    before !== undefined && documentId !== undefined && other.documentId === before
      ? { ...other, documentId }
      : other,
  );
  return { ...tab, history: history.with(index, entry), historyIndex: index };
}

/** Whether two URLs are one document: nothing but the fragment differs. */
export function isSameDocument(a: string, b: string): boolean {
  return withoutFragment(a) === withoutFragment(b);
}

/** The URL as it is sent: without its fragment (RFC 9110 §7.1). */
export function withoutFragment(url: string): string {
  const place = url.indexOf('#');
  return place < 0 ? url : url.slice(0, place);
}
