import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { inPieces } from './in-pieces.ts';

/** One tab's lab as it was kept. `snapshot` is checked when it is read, so nothing is promised of it here. */
export interface JournalRecord {
  readonly id: string;
  /** Real time, milliseconds since the epoch. */
  readonly savedAt: number;
  readonly snapshot: unknown;
}

/** A record whose snapshot stands apart, as pieces of its JSON text. */
interface PiecedRecord {
  readonly id: string;
  readonly savedAt: number;
  readonly pieces: number;
}

interface JournalSchema extends DBSchema {
  labs: {
    key: string;
    value: JournalRecord | PiecedRecord;
    indexes: { savedAt: number };
  };
  pieces: { key: [id: string, index: number]; value: string };
  unreadable: { key: string; value: JournalRecord };
}

/**
 * The journal's database: `labs` by tab, their snapshots in `pieces`, and what could not be read, laid aside.
 *
 * Chromium keeps a value of more than 64 KB as a blob, whose octets it fetches from the page after `put`;
 * from a page that goes away it gets none, and the whole transaction is lost. Smaller values go along with
 * the request itself.
 */
export class JournalStore {
  readonly #database: IDBPDatabase<JournalSchema>;

  private constructor(database: IDBPDatabase<JournalSchema>) {
    this.#database = database;
  }

  static async open(name: string): Promise<JournalStore> {
    const database = await openDB<JournalSchema>(name, 2, {
      upgrade(fresh, before) {
        if (before < 1) {
          fresh.createObjectStore('labs', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
          fresh.createObjectStore('unreadable');
        }
        fresh.createObjectStore('pieces');
      },
    });
    return new JournalStore(database);
  }

  async read(id: string): Promise<JournalRecord | undefined> {
    const transaction = this.#database.transaction(['labs', 'pieces']);
    const record = await transaction.objectStore('labs').get(id);
    if (record === undefined || !('pieces' in record)) return record;
    const pieces = await transaction.objectStore('pieces').getAll(piecesOf(id));
    return { id, savedAt: record.savedAt, snapshot: parsed(pieces.join('')) };
  }

  async save({ id, savedAt, snapshot }: JournalRecord): Promise<void> {
    const pieces = inPieces(JSON.stringify(snapshot));
    const transaction = this.#database.transaction(['labs', 'pieces'], 'readwrite');
    const store = transaction.objectStore('pieces');
    const written = [
      store.delete(piecesOf(id)),
      ...pieces.map((piece, index) => store.put(piece, [id, index])),
      transaction.objectStore('labs').put({ id, savedAt, pieces: pieces.length }),
    ];
    // At once: a page that is closing has no time to wait for the automatic commit.
    transaction.commit();
    // The transaction alone tells how it ended: where the disk is full, Chromium says nothing of its last request.
    for (const request of written) void request.catch(() => undefined);
    await transaction.done;
  }

  /** Moves a record out of the way without losing it; returns the key under which it is kept. */
  async layAside(record: JournalRecord): Promise<string> {
    const keptAs = `${record.id}@${record.savedAt}`;
    const transaction = this.#database.transaction(['labs', 'pieces', 'unreadable'], 'readwrite');
    await transaction.objectStore('unreadable').put(record, keptAs);
    await transaction.objectStore('labs').delete(record.id);
    await transaction.objectStore('pieces').delete(piecesOf(record.id));
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
    const transaction = this.#database.transaction(['labs', 'pieces'], 'readwrite');
    for (const id of old) {
      await transaction.objectStore('labs').delete(id);
      await transaction.objectStore('pieces').delete(piecesOf(id));
    }
    await transaction.done;
  }

  close(): void {
    this.#database.close();
  }
}

function piecesOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** What is no JSON stays the text that it is: whoever checks it will say so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
