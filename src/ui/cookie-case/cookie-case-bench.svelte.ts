import { answerCase, type CaseAnswer } from '../../lab/cookie-case/answer.ts';
import {
  emptyCase,
  readDraft,
  withChangedCase,
  type CaseDraft,
  type DraftReading,
} from '../../lab/cookie-case/case-draft.ts';
import type { CaseSuffixes } from '../../lab/cookie-case/change/places.ts';
import { remediesFor, type Remedy } from '../../lab/cookie-case/change/smallest-change.ts';
import type { CookieCase } from '../../lab/cookie-case/cookie-case.ts';
import { presets, type PresetName } from '../../lab/cookie-case/presets/presets.ts';
import { troublesOf } from '../../lab/cookie-case/troubles.ts';
import {
  changed,
  historyFrom,
  redone,
  undone,
  type EditHistory,
} from '../workbench/edit-history.ts';

export interface CookieCaseBenchOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly suffixes: CaseSuffixes;
}

/** What the browser makes of a case, and what would help; `remedies` is `null` while they are looked for. */
export interface CaseOutcome {
  readonly cookieCase: CookieCase;
  readonly answer: CaseAnswer;
  readonly remedies: readonly Remedy[] | null;
}

/**
 * Somebody's case on the bench. All of it lives in memory as long as the page does; nothing is kept, and nothing is
 * sent.
 */
export class CookieCaseBench {
  #history = $state.raw<EditHistory<CaseDraft>>(historyFrom(emptyCase));
  #outcome = $state.raw<CaseOutcome | null>(null);
  #openedLink: string | null = null;
  /** When what is on the bench was put there: cookies are set then. */
  #since = $state(0);

  readonly draft = $derived(this.#history.present);
  readonly reading: DraftReading = $derived(readDraft(this.draft, this.#since));

  constructor(private readonly options: CookieCaseBenchOptions) {
    this.#since = options.now();
  }

  get suffixes(): CaseSuffixes {
    return this.options.suffixes;
  }

  /** Of what now stands in the fields; `null` where that is no case, or until it has been looked at. */
  get outcome(): CaseOutcome | null {
    const outcome = this.#outcome;
    return outcome?.cookieCase === this.reading.cookieCase ? outcome : null;
  }

  /** The last outcome, be it of something else. */
  get lastOutcome(): CaseOutcome | null {
    return this.reading.cookieCase === null ? null : this.#outcome;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  change(change: Partial<CaseDraft>): void {
    this.#put({ ...this.draft, ...change }, Object.keys(change).join());
  }

  beginWith(name: PresetName): void {
    this.#since = this.options.now();
    this.#put(presets[name](this.#since), null);
  }

  /** A case that came with the page's address; the same address again changes nothing. */
  openLink(fragment: string, draft: CaseDraft): void {
    if (fragment === this.#openedLink) return;
    this.#openedLink = fragment;
    this.#put(draft, null);
  }

  clear(): void {
    this.#put(emptyCase, null);
  }

  /** Puts the case in the place of the one that stands there, and leaves what it has in common as it was written. */
  apply(cookieCase: CookieCase): void {
    this.#put(withChangedCase(this.draft, this.reading, cookieCase), null);
  }

  undo(): void {
    this.#history = undone(this.#history);
  }

  redo(): void {
    this.#history = redone(this.#history);
  }

  /** Lets the browser live through the case, and looks for what would help; unless something else stands there by then. */
  async look(): Promise<void> {
    const { cookieCase } = this.reading;
    if (cookieCase === null) return;
    const isStale = (): boolean => cookieCase !== this.reading.cookieCase;
    const answer = await answerCase(cookieCase, this.options.suffixes);
    if (isStale()) return;
    const works = troublesOf(answer).length === 0;
    this.#outcome = { cookieCase, answer, remedies: works ? [] : null };
    if (works) return;
    const remedies = await remediesFor(cookieCase, answer, this.options.suffixes);
    if (!isStale()) this.#outcome = { cookieCase, answer, remedies };
  }

  #put(draft: CaseDraft, what: string | null): void {
    this.#history = changed(this.#history, draft, what, this.options.now());
  }
}
