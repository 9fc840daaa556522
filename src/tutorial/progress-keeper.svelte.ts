import {
  merged,
  noProgress,
  progressFrom,
  withAnswers,
  withLast,
  withStepDone,
  type Answers,
  type Progress,
  type StepPlace,
} from './progress.ts';

/** Where progress is kept, as text. Both may throw: browsers block storage. */
export interface ProgressStorage {
  get(): string | null;
  set(text: string): void;
}

/** Holds a learner's progress, and keeps it between visits as far as the browser lets it. */
export class ProgressKeeper {
  readonly #storage: ProgressStorage;
  #progress: Progress = $state.raw(noProgress);
  #kept = $state(true);

  constructor(storage: ProgressStorage) {
    this.#storage = storage;
    this.#progress = this.#read() ?? noProgress;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** False once the browser has refused to store: progress then lasts as long as the page. */
  get kept(): boolean {
    return this.#kept;
  }

  stepDone(place: StepPlace, time: number): void {
    this.#write(withStepDone(this.#progress, place, time));
  }

  answered(place: StepPlace, answers: Answers): void {
    this.#write(withAnswers(this.#progress, place, answers));
  }

  arrivedAt(place: StepPlace): void {
    this.#write(withLast(this.#progress, place));
  }

  /** Joins what was done elsewhere to what was done here. */
  join(elsewhere: Progress): void {
    this.#write(merged(elsewhere, this.#progress));
  }

  /** Begins anew; nothing done so far is kept. */
  forget(): void {
    this.replace(noProgress);
  }

  /** Puts back what was there before. */
  replace(progress: Progress): void {
    this.#progress = progress;
    this.#store();
  }

  #write(progress: Progress): void {
    const stored = this.#read();
    this.#progress = stored ? merged(stored, progress) : progress;
    this.#store();
  }

  #read(): Progress | null {
    try {
      return progressFrom(JSON.parse(this.#storage.get() ?? 'null'));
    } catch {
      return null;
    }
  }

  #store(): void {
    try {
      this.#storage.set(JSON.stringify(this.#progress));
      this.#kept = true;
    } catch {
      this.#kept = false;
    }
  }
}
