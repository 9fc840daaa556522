import * as v from 'valibot';

export type Rating = 'known' | 'hard';

/** Characters of an answer that are kept. */
export const DRAFT_LIMIT = 10_000;

const asked = v.object({
  /** How it went the last time; `null` while only begun. */
  rating: v.nullable(v.picklist(['known', 'hard'])),
  /** How often it was rated. */
  times: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** What was typed. */
  draft: v.string(),
  /** Places of the points that were ticked. */
  ticked: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

const practice = v.object({ version: v.literal(1), questions: v.record(v.string(), asked) });

/** What a learner did with one question. */
export type Asked = Readonly<v.InferOutput<typeof asked>>;

/** What a learner has practised, as an immutable record. Kept as JSON between visits. */
export interface Practice {
  readonly version: 1;
  readonly questions: Readonly<Record<string, Asked>>;
}

export const noPractice: Practice = { version: 1, questions: {} };

const NEVER: Asked = { rating: null, times: 0, draft: '', ticked: [] };

export function askedOf({ questions }: Practice, slug: string): Asked {
  return (Object.hasOwn(questions, slug) ? questions[slug] : undefined) ?? NEVER;
}

export function withDraft(all: Practice, slug: string, draft: string): Practice {
  return changed(all, slug, { draft: draft.slice(0, DRAFT_LIMIT) });
}

export function withTick(all: Practice, slug: string, point: number, isTicked: boolean): Practice {
  const others = askedOf(all, slug).ticked.filter((one) => one !== point);
  return changed(all, slug, { ticked: isTicked ? [...others, point] : others });
}

export function withRating(all: Practice, slug: string, rating: Rating): Practice {
  return changed(all, slug, { rating, times: askedOf(all, slug).times + 1 });
}

/** The question once more from the beginning: what was typed and ticked goes, the rating stays. */
export function withFreshStart(all: Practice, slug: string): Practice {
  return changed(all, slug, { draft: '', ticked: [] });
}

export function countRated({ questions }: Practice, rating: Rating): number {
  return Object.values(questions).filter((one) => one.rating === rating).length;
}

const WEIGHTS = { hard: 5, never: 3, known: 1 } as const;

/**
 * The next question of a round at random: what was hard comes most often, what was known least, and none
 * twice in a row. `random` gives numbers from 0 up to 1.
 */
export function nextQuestion(
  all: Practice,
  slugs: readonly string[],
  previous: string | null,
  random: () => number,
): string | null {
  const choice = slugs.filter((slug) => slug !== previous || slugs.length === 1);
  const weights = choice.map((slug) => WEIGHTS[askedOf(all, slug).rating ?? 'never']);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, slug] of choice.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return slug;
  }
  return choice.at(-1) ?? null;
}

/** Joins what was practised elsewhere: of each question what was rated more often counts. */
export function joined(here: Practice, elsewhere: Practice): Practice {
  const more = Object.entries(elsewhere.questions).filter(
    ([slug, { times }]) =>
      !Object.hasOwn(here.questions, slug) || times > askedOf(here, slug).times,
  );
  return { ...here, questions: { ...here.questions, ...Object.fromEntries(more) } };
}

/** Reads what was stored; `null` when it is no practice of a version that this code knows. */
export function practiceFrom(stored: unknown): Practice | null {
  const read = v.safeParse(practice, stored);
  return read.success ? read.output : null;
}

function changed(all: Practice, slug: string, change: Partial<Asked>): Practice {
  return {
    ...all,
    questions: { ...all.questions, [slug]: { ...askedOf(all, slug), ...change } },
  };
}
