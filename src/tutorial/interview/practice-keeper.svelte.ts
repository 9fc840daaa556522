import type { ProgressStorage } from '../progress-keeper.svelte.ts';
import { RecordKeeper } from '../record-keeper.svelte.ts';
import { noPractice, practiceFrom, type Practice } from './practice.ts';

/** Holds what a learner has practised, and keeps it between visits as far as the browser lets it. */
export class PracticeKeeper extends RecordKeeper<Practice> {
  constructor(storage: ProgressStorage) {
    super({ storage, nothing: noPractice, read: practiceFrom });
  }

  get practice(): Practice {
    return this.record;
  }
}
