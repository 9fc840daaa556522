/** What a learner has done so far, as an immutable record. Kept as JSON between visits. */
export interface Progress {
  readonly version: 1;
  /** Key of a step (`chapter/step`) to the real time at which it was first done, milliseconds since the epoch. */
  readonly done: Readonly<Record<string, number>>;
  /** Key of a step to its answers: question slug to answer slug. */
  readonly answers: Readonly<Record<string, Answers>>;
  /** Where the learner was last. */
  readonly last: StepPlace | null;
}

export type Answers = Readonly<Record<string, string>>;

export interface StepPlace {
  readonly chapter: string;
  readonly step: string;
}

export const noProgress: Progress = { version: 1, done: {}, answers: {}, last: null };

export function stepKey({ chapter, step }: StepPlace): string {
  return `${chapter}/${step}`;
}

export function isDone(progress: Progress, place: StepPlace): boolean {
  return Object.hasOwn(progress.done, stepKey(place));
}

/** The first time counts: doing a step again changes nothing. */
export function withStepDone(progress: Progress, place: StepPlace, time: number): Progress {
  if (isDone(progress, place)) return progress;
  return { ...progress, done: { ...progress.done, [stepKey(place)]: time } };
}

export function withAnswers(progress: Progress, place: StepPlace, answers: Answers): Progress {
  return { ...progress, answers: { ...progress.answers, [stepKey(place)]: answers } };
}

export function withLast(progress: Progress, last: StepPlace): Progress {
  return { ...progress, last };
}

export function answersOf(progress: Progress, place: StepPlace): Answers {
  const key = stepKey(place);
  return Object.hasOwn(progress.answers, key) ? (progress.answers[key] ?? {}) : {};
}

/** How many steps of a chapter are done. */
export function doneSteps(progress: Progress, chapter: string, steps: readonly string[]): number {
  return steps.filter((step) => isDone(progress, { chapter, step })).length;
}

/** Joins what two tabs have written: nothing that was done in either is lost; the newer one's answers win. */
export function merged(older: Progress, newer: Progress): Progress {
  return {
    version: 1,
    done: { ...newer.done, ...older.done },
    answers: { ...older.answers, ...newer.answers },
    last: newer.last ?? older.last,
  };
}

/** Reads what was stored; `null` when it is no progress of a version that this code knows. */
export function progressFrom(stored: unknown): Progress | null {
  if (!isRecord(stored) || stored['version'] !== 1) return null;
  const { done, answers, last } = stored;
  if (!isRecordOf(done, isTime) || !isRecordOf(answers, isAnswers)) return null;
  if (last !== null && !isPlace(last)) return null;
  return { version: 1, done, answers, last };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<Value>(
  value: unknown,
  isValue: (value: unknown) => value is Value,
): value is Readonly<Record<string, Value>> {
  return isRecord(value) && Object.values(value).every(isValue);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isAnswers(value: unknown): value is Answers {
  return isRecordOf(value, isText);
}

function isPlace(value: unknown): value is StepPlace {
  return isRecord(value) && isText(value['chapter']) && isText(value['step']);
}
