import { untrack } from 'svelte';
import type { Lab, LabMark } from '../lab/lab.svelte.ts';
import { evidenceSince, newestSequence, sequenceOfPlan } from './evidence.ts';
import { LetGo, pacedHands, readingPace, type Pace } from './hands.ts';
import type { ProgressKeeper } from './progress-keeper.svelte.ts';
import { answersOf, isDone, type Answers } from './progress.ts';
import type { Chapter, Place, Step, WrongTurn } from './step.ts';

/** What a lesson needs of whoever keeps the progress. */
export type KeptProgress = Pick<ProgressKeeper, 'progress' | 'stepDone' | 'answered' | 'arrivedAt'>;

export interface LessonOptions {
  readonly lab: Lab;
  readonly chapter: Chapter;
  readonly progress: KeptProgress;
  /** Real time, milliseconds since the epoch. */
  readonly now?: () => number;
  readonly pace?: Pace;
}

export interface GoalState {
  readonly slug: string;
  readonly pointsAt: Place;
  readonly reached: boolean;
}

/** What `takeBack` brings back. */
interface Before {
  readonly mark: LabMark;
  readonly since: number;
  readonly reached: readonly string[];
  readonly answers: Answers;
}

/** While a step is being prepared nothing counts. */
const nothingCounts = Number.POSITIVE_INFINITY;

/**
 * A chapter as one learner goes through it in one lab. Goals are read off what really happened; once
 * reached they stay so until the step begins anew. Make it while a component is set up: it keeps
 * progress by an effect.
 */
export class Lesson {
  readonly lab: Lab;
  readonly chapter: Chapter;
  readonly #progress: KeptProgress;
  readonly #now: () => number;
  readonly #pace: Pace;

  #step: Step = $state.raw(noStep);
  #since = $state(nothingCounts);
  #reached: readonly string[] = $state.raw([]);
  #answers: Answers = $state.raw({});
  #showing = $state(false);
  #pointing: Place | null = $state(null);
  #before: Before | null = $state.raw(null);
  /** The learner asked for a hint. */
  hintShown = $state(false);

  /** Has entered no step yet. */
  #isFresh = true;
  /** The show under way, or `null`. */
  #show: AbortController | null = null;
  /** Changes of step one after the other. */
  #turn: Promise<void> = Promise.resolve();
  /** Counts the wishes to enter a step: only the last one is fulfilled. */
  #wishes = 0;

  readonly #evidence = $derived.by(() => evidenceSince(this.lab, this.#since, this.#answers));
  readonly #goals: readonly GoalState[] = $derived(
    this.#step.goals.map((goal) => ({
      slug: goal.slug,
      pointsAt: goal.pointsAt,
      reached: this.#reached.includes(goal.slug) || goal.reached(this.#evidence),
    })),
  );
  readonly #done: boolean = $derived(
    !this.preparing &&
      this.#goals.every(({ reached }) => reached) &&
      this.#step.questions.every(({ slug }) => this.#answers[slug] !== undefined),
  );

  constructor({ lab, chapter, progress, now = Date.now, pace = readingPace }: LessonOptions) {
    const first = chapter.steps[0];
    if (first === undefined) throw new Error(`chapter ${chapter.slug} has no steps`);
    this.lab = lab;
    this.chapter = chapter;
    this.#progress = progress;
    this.#now = now;
    this.#pace = pace;
    this.#step = first;
    $effect(() => {
      this.settle();
    });
  }

  get step(): Step {
    return this.#step;
  }

  /** Position of the step in its chapter, from 0. */
  get index(): number {
    return this.chapter.steps.indexOf(this.#step);
  }

  get previous(): string | null {
    return this.chapter.steps[this.index - 1]?.slug ?? null;
  }

  get next(): string | null {
    return this.chapter.steps[this.index + 1]?.slug ?? null;
  }

  get goals(): readonly GoalState[] {
    return this.#goals;
  }

  get answers(): Answers {
    return this.#answers;
  }

  /** All goals reached and all questions answered, on this visit. */
  get done(): boolean {
    return this.#done;
  }

  /** The lab is being brought to where the step begins: nothing that happens in it counts yet. */
  get preparing(): boolean {
    return this.#since === nothingCounts;
  }

  /** Whether a step of this chapter was done on any visit. */
  isDone(slug: string): boolean {
    return isDone(this.#progress.progress, { chapter: this.chapter.slug, step: slug });
  }

  /** A wrong turn that has been taken and not yet been mended. */
  get wrongTurn(): WrongTurn | null {
    if (this.#done) return null;
    return this.#step.wrongTurns?.findLast((turn) => turn.taken(this.#evidence)) ?? null;
  }

  /** Where to look or act now. */
  get currentPlace(): Place | null {
    if (this.#showing) return this.#pointing;
    const open = (when: 'before' | 'after') =>
      this.#step.questions.some(
        ({ slug, when: asked }) => asked === when && this.#answers[slug] === undefined,
      );
    if (open('before')) return 'lesson';
    const goal = this.#goals.find(({ reached }) => !reached);
    return goal?.pointsAt ?? (open('after') ? 'lesson' : null);
  }

  get showing(): boolean {
    return this.#showing;
  }

  get canTakeBack(): boolean {
    return this.#before !== null;
  }

  /**
   * Goes to a step, and brings the lab to where it begins unless it will do as it stands. A lab that was left
   * in the middle of this very step, as by a reload, is taken up there.
   */
  enter(slug: string): Promise<void> {
    const step = this.chapter.steps.find((one) => one.slug === slug);
    if (step === undefined) throw new Error(`chapter ${this.chapter.slug} has no step ${slug}`);
    this.#wishes += 1;
    const wish = this.#wishes;
    return this.#inTurn(async () => {
      if (wish !== this.#wishes) return;
      const place = { chapter: this.chapter.slug, step: slug };
      this.#clear(step);
      this.#progress.arrivedAt(place);
      const { progress } = this.#progress;
      const leftAt = this.#isFresh ? sequenceOfPlan(this.lab, this.#plan) : null;
      this.#isFresh = false;
      if (leftAt !== null) {
        this.#answers = knownAnswers(step, answersOf(progress, place));
        this.#since = leftAt;
        return;
      }
      if (!isDone(progress, place)) this.#answers = knownAnswers(step, answersOf(progress, place));
      if (!step.accepts(this.lab)) await this.#prepare(step);
      this.#begin();
    });
  }

  /** Prepares the step anew, as if nothing had been done in it. */
  restart(): Promise<void> {
    return this.#inTurn(() => this.#startOver());
  }

  /** Answers a question; another answer may follow. */
  answer(question: string, answer: string): void {
    this.#answers = { ...this.#answers, [question]: answer };
    if (!this.#showing)
      this.#progress.answered({ chapter: this.chapter.slug, step: this.#step.slug }, this.#answers);
  }

  /** Does the step before the learner's eyes, from its beginning. `takeBack` undoes all of it. */
  showMe(): Promise<void> {
    return this.#inTurn(async () => {
      const show = new AbortController();
      const before = {
        mark: this.lab.mark(),
        since: this.#since,
        reached: this.#reached,
        answers: this.#answers,
      };
      this.#show = show;
      this.#showing = true;
      try {
        if (!this.#untouched()) await this.#startOver();
        this.#before = before;
        await this.#step.showMe(this.#hands(show.signal));
      } catch (error) {
        if (!(error instanceof LetGo)) throw error;
      } finally {
        this.settle();
        this.#show = null;
        this.#showing = false;
        this.#pointing = null;
      }
    });
  }

  /** The lab, the goals and the answers as they were before `showMe`; ends one under way. */
  takeBack(): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#before;
      if (before === null) return;
      this.lab.returnTo(before.mark);
      this.#since = before.since;
      this.#reached = before.reached;
      this.#answers = before.answers;
      this.#before = null;
    });
  }

  /** Keeps what has been reached. Called by the lesson's own effect; needed only where none runs. */
  settle(): void {
    const reached = this.#goals.filter((goal) => goal.reached).map(({ slug }) => slug);
    const done = this.#done;
    untrack(() => {
      if (reached.some((slug) => !this.#reached.includes(slug))) this.#reached = reached;
      if (done && !this.isDone(this.#step.slug)) {
        this.#progress.stepDone({ chapter: this.chapter.slug, step: this.#step.slug }, this.#now());
      }
    });
  }

  /** Has a show under way let go, waits for what came before, then runs. */
  #inTurn(run: () => Promise<void>): Promise<void> {
    this.#show?.abort();
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #startOver(): Promise<void> {
    this.#clear(this.#step);
    await this.#prepare(this.#step);
    this.#begin();
  }

  /** From here on it counts what happens. */
  #begin(): void {
    this.lab.notePlan(this.#plan);
    this.#since = newestSequence(this.lab);
  }

  get #plan(): string {
    return `${this.chapter.slug}/${this.#step.slug}`;
  }

  async #prepare(step: Step): Promise<void> {
    const { names } = this.lab.settings;
    this.lab.reset();
    // Whose names a learner wants to read is no part of any step; it stays as far as the step lets it.
    if (names !== this.lab.settings.names) this.lab.changeSettings({ names });
    await step.prepare(this.lab);
  }

  #clear(step: Step): void {
    this.#since = nothingCounts;
    this.#step = step;
    this.#reached = [];
    this.#answers = {};
    this.#before = null;
    this.hintShown = false;
  }

  #untouched(): boolean {
    return this.#evidence.entries.length === 0 && Object.keys(this.#answers).length === 0;
  }

  #hands(signal: AbortSignal) {
    return pacedHands({
      lab: this.lab,
      pace: this.#pace,
      signal,
      point: (place) => {
        this.#pointing = place;
      },
      answer: (question, answer) => {
        this.answer(question, answer);
      },
    });
  }
}

/** Stands in until the constructor has put the first step in its place. */
const noStep: Step = {
  slug: '',
  open: [],
  accepts: () => true,
  prepare: async () => undefined,
  questions: [],
  goals: [],
  showMe: async () => undefined,
  sources: [],
};

/** Only answers that the step still offers. */
function knownAnswers(step: Step, answers: Answers): Answers {
  const offered = step.questions.filter(({ slug, answers: choices }) =>
    choices.some((choice) => choice.slug === answers[slug]),
  );
  return Object.fromEntries(offered.map(({ slug }) => [slug, answers[slug] ?? '']));
}
