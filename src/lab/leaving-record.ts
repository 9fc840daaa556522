import type { JournalRecord } from './journal-store.ts';

/**
 * What a page that goes away has not yet seen written. `sessionStorage` takes it within the very task in which
 * the page is left; IndexedDB writes later, and a browser drops what a page that is gone had still in its queue.
 */
export function keepOnLeaving(prefix: string, record: JournalRecord): void {
  try {
    sessionStorage.setItem(keyBelow(prefix), JSON.stringify(record));
  } catch {
    // Full or blocked: the journal's own write, asked for at the same time, is then the only one.
  }
}

/** What this tab's page kept when it was left, once: it is removed with the reading. */
export function takeKeptOnLeaving(prefix: string): JournalRecord | undefined {
  const text = sessionStorage.getItem(keyBelow(prefix));
  if (text === null) return undefined;
  sessionStorage.removeItem(keyBelow(prefix));
  return recordIn(text);
}

function recordIn(text: string): JournalRecord | undefined {
  try {
    const { id, savedAt, snapshot } = JSON.parse(text) as Partial<JournalRecord>;
    if (typeof id !== 'string' || typeof savedAt !== 'number') return undefined;
    return { id, savedAt, snapshot };
  } catch {
    return undefined;
  }
}

function keyBelow(prefix: string): string {
  return `${prefix}left`;
}
