import type { Prose } from '../prose.ts';

/** One question with its model answer in three lengths, compiled at build from `interview/<lang>.md`. */
export interface QuestionWords {
  readonly question: string;
  /** The answer in one sentence. */
  readonly sentence: Prose;
  /** What one says in a minute. */
  readonly minute: Prose;
  /** What one adds when they ask on. */
  readonly deep: Prose;
  /** What a good answer mentions, to be ticked. */
  readonly points: readonly Prose[];
  /** What is often said, and why it is wrong. */
  readonly wrong: readonly { readonly claim: Prose; readonly reply: Prose }[];
  readonly followUps: readonly { readonly ask: Prose; readonly answer: Prose }[];
}

export interface InterviewProse {
  readonly title: string;
  readonly description: string;
  readonly opening: Prose;
  /** By slug, in the order of the file. */
  readonly questions: Readonly<Record<string, QuestionWords>>;
}
