import type { ProgressStorage } from '../progress-keeper.svelte.ts';
import { noPractice, practiceFrom, type Practice } from './practice.ts';

/** Holds what a learner has practised, and keeps it between visits as far as the browser lets it. */
export class PracticeKeeper {
  readonly #storage: ProgressStorage;
  #practice: Practice = $state.raw(noPractice);
  #kept = $state(true);

  constructor(storage: ProgressStorage) {
    this.#storage = storage;
    this.#practice = this.#read() ?? noPractice;
  }

  get practice(): Practice {
    return this.#practice;
  }

  /** False once the browser has refused to store: then it lasts as long as the page. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Changes what is kept; what another tab has written meanwhile stays. */
  change(how: (practice: Practice) => Practice): void {
    const stored = this.#kept ? this.#read() : null;
    this.#practice = how(stored ?? this.#practice);
    try {
      this.#storage.set(JSON.stringify(this.#practice));
      this.#kept = true;
    } catch {
      this.#kept = false;
    }
  }

  #read(): Practice | null {
    try {
      return practiceFrom(JSON.parse(this.#storage.get() ?? 'null'));
    } catch {
      return null;
    }
  }
}
