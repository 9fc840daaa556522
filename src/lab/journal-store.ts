import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** One tab's lab as it was kept. `snapshot` is checked when it is read, so nothing is promised of it here. */
export interface JournalRecord {
  readonly id: string;
  /** Real time, milliseconds since the epoch. */
  readonly savedAt: number;
  readonly snapshot: unknown;
}

interface JournalSchema extends DBSchema {
  labs: { key: string; value: JournalRecord; indexes: { savedAt: number } };
  unreadable: { key: string; value: JournalRecord };
}

/** The journal's database: `labs` by tab, and what could not be read, laid aside. */
export class JournalStore {
  readonly #database: IDBPDatabase<JournalSchema>;

  private constructor(database: IDBPDatabase<JournalSchema>) {
    this.#database = database;
  }

  static async open(name: string): Promise<JournalStore> {
    const database = await openDB<JournalSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('labs', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
        fresh.createObjectStore('unreadable');
      },
    });
    return new JournalStore(database);
  }

  read(id: string): Promise<JournalRecord | undefined> {
    return this.#database.get('labs', id);
  }

  async save(record: JournalRecord): Promise<void> {
    const transaction = this.#database.transaction('labs', 'readwrite');
    const put = transaction.store.put(record);
    // At once: a page that is closing has no time to wait for the automatic commit.
    transaction.commit();
    await put;
    await transaction.done;
  }

  /** Moves a record out of the way without losing it; returns the key under which it is kept. */
  async layAside(record: JournalRecord): Promise<string> {
    const keptAs = `${record.id}@${record.savedAt}`;
    const transaction = this.#database.transaction(['labs', 'unreadable'], 'readwrite');
    await transaction.objectStore('unreadable').put(record, keptAs);
    await transaction.objectStore('labs').delete(record.id);
    await transaction.done;
    return keptAs;
  }

  /** What was laid aside under this key, for those who want it back. */
  laidAside(keptAs: string): Promise<JournalRecord | undefined> {
    return this.#database.get('unreadable', keptAs);
  }

  /** Keeps the newest records and those still `inUse`; the rest belonged to tabs that are long gone. */
  async prune(keep: number, inUse: ReadonlySet<string>): Promise<void> {
    const oldestFirst = await this.#database.getAllKeysFromIndex('labs', 'savedAt');
    const old = oldestFirst
      .slice(0, Math.max(0, oldestFirst.length - keep))
      .filter((id) => !inUse.has(id));
    await Promise.all(old.map((id) => this.#database.delete('labs', id)));
  }

  close(): void {
    this.#database.close();
  }
}
