import type { ProgressStorage } from './progress-keeper.svelte.ts';

interface RecordKeeperOptions<Kept> {
  readonly storage: ProgressStorage;
  /** What there is while nothing was kept. */
  readonly nothing: Kept;
  /** Reads what was stored; `null` where it is nothing that this code knows. */
  readonly read: (stored: unknown) => Kept | null;
}

/** Holds an immutable record, and keeps it between visits as far as the browser lets it. */
export class RecordKeeper<Kept> {
  readonly #options: RecordKeeperOptions<Kept>;
  #record: Kept;
  #kept = $state(true);

  constructor(options: RecordKeeperOptions<Kept>) {
    this.#options = options;
    this.#record = $state.raw(this.#read() ?? options.nothing);
  }

  get record(): Kept {
    return this.#record;
  }

  /** False once the browser has refused to store: then it lasts as long as the page. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Changes what is kept; what another tab has written meanwhile stays. */
  change(how: (record: Kept) => Kept): void {
    const stored = this.#kept ? this.#read() : null;
    this.#record = how(stored ?? this.#record);
    try {
      this.#options.storage.set(JSON.stringify(this.#record));
      this.#kept = true;
    } catch {
      this.#kept = false;
    }
  }

  #read(): Kept | null {
    try {
      return this.#options.read(JSON.parse(this.#options.storage.get() ?? 'null'));
    } catch {
      return null;
    }
  }
}
