import { ProgressKeeper } from '../../tutorial/progress-keeper.svelte.ts';

/** Where the switch is kept, as text, for as long as the tab lives. Both may throw: browsers block storage. */
export interface TabStorage {
  get(): string | null;
  set(text: string): void;
}

/** Hands that were raised, by question and answer. */
type Votes = Readonly<Record<string, Readonly<Record<string, number>>>>;

const mostHands = 999;

/**
 * A chapter before a class: in large type, with a lesson that may be hidden, and a vote in place of a prediction.
 * What is done meanwhile counts in `progress`, which lasts as long as the page: the reader's own is left alone.
 */
export class Presenter {
  readonly #storage: TabStorage;
  #on = $state(false);
  #votes: Votes = $state.raw({});
  #told: ReadonlySet<string> = $state.raw(new Set());
  lessonHidden = $state(false);
  readonly progress = new ProgressKeeper({ get: () => null, set: () => undefined });

  constructor(storage: TabStorage) {
    this.#storage = storage;
    try {
      this.#on = storage.get() === 'on';
    } catch {
      // Storage is blocked: the switch lasts as long as the page.
    }
  }

  get on(): boolean {
    return this.#on;
  }

  toggle(): void {
    this.#on = !this.#on;
    this.lessonHidden = false;
    this.#votes = {};
    this.#told = new Set();
    try {
      this.#storage.set(this.#on ? 'on' : 'off');
    } catch {
      // As above.
    }
  }

  hands(question: string, answer: string): number {
    return this.#votes[question]?.[answer] ?? 0;
  }

  count(question: string, answer: string, hands: number): void {
    const counted = Number.isFinite(hands)
      ? Math.min(mostHands, Math.max(0, Math.trunc(hands)))
      : 0;
    this.#votes = { ...this.#votes, [question]: { ...this.#votes[question], [answer]: counted } };
  }

  /** Whether the class has been told what is right. */
  isTold(question: string): boolean {
    return this.#told.has(question);
  }

  tell(question: string): void {
    this.#told = new Set([...this.#told, question]);
  }
}
