/**
 * A chapter's words, compiled at build from `chapters/<slug>/<lang>.md`. Never HTML: a tree that
 * components render, so that nothing has to be trusted.
 */
export type ProseNode =
  | string
  | {
      readonly type:
        'strong' | 'emphasis' | 'paragraph' | 'list' | 'ordered-list' | 'item' | 'quote';
      readonly children: readonly ProseNode[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'code-block'; readonly text: string; readonly language: string | null }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly ProseNode[] }
  /** A live value of the lab as a pill, written `:value[sid]` in Markdown. */
  | { readonly type: 'value'; readonly name: string };

export type Prose = readonly ProseNode[];

export interface StepProse {
  readonly title: string;
  readonly body: Prose;
  /** Goal slug to what is to be done. */
  readonly goals: Readonly<Record<string, Prose>>;
  readonly questions: Readonly<Record<string, QuestionProse>>;
  readonly wrongTurns: Readonly<Record<string, Prose>>;
  readonly hint: Prose;
  /** Shown when the step is done: what was found. */
  readonly found: Prose;
  /** The claim that the step puts to the test, where it does. */
  readonly myth: Prose | null;
}

export interface QuestionProse {
  readonly ask: Prose;
  readonly answers: Readonly<Record<string, { readonly label: Prose; readonly reply: Prose }>>;
}

export interface ChapterProse {
  readonly title: string;
  readonly description: string;
  /** Why one should care. */
  readonly opening: Prose;
  readonly steps: Readonly<Record<string, StepProse>>;
  /** The summary at the end, which prints. */
  readonly summary: Prose;
}
