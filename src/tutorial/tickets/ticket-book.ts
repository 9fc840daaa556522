import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const entry = v.object({
  /** Real time at which it was first solved, milliseconds since the epoch; `null`: not yet. */
  solvedAt: v.nullable(v.number()),
  /** How many hints were looked at, ever. */
  hints: count,
});

const book = v.object({ version: v.literal(1), tickets: v.record(v.string(), entry) });

/** What became of one ticket. */
export type TicketEntry = Readonly<v.InferOutput<typeof entry>>;

/** What a learner has done about the tickets, as an immutable record. Kept as JSON between visits. */
export interface TicketBook {
  readonly version: 1;
  readonly tickets: Readonly<Record<string, TicketEntry>>;
}

export const emptyBook: TicketBook = { version: 1, tickets: {} };

const untouched: TicketEntry = { solvedAt: null, hints: 0 };

export function entryOf({ tickets }: TicketBook, slug: string): TicketEntry {
  return (Object.hasOwn(tickets, slug) ? tickets[slug] : undefined) ?? untouched;
}

/** The first time counts. */
export function withSolved(all: TicketBook, slug: string, time: number): TicketBook {
  const { solvedAt } = entryOf(all, slug);
  return changed(all, slug, { solvedAt: solvedAt ?? time });
}

/** Hints that were looked at are remembered. */
export function withHints(all: TicketBook, slug: string, hints: number): TicketBook {
  return changed(all, slug, { hints: Math.max(hints, entryOf(all, slug).hints) });
}

export function countSolved({ tickets }: TicketBook): number {
  return Object.values(tickets).filter(({ solvedAt }) => solvedAt !== null).length;
}

/** Joins what was done elsewhere: nothing that was solved in either place is lost, nor any hint forgotten. */
export function joinedBooks(here: TicketBook, elsewhere: TicketBook): TicketBook {
  return Object.entries(elsewhere.tickets).reduce((all, [slug, { solvedAt, hints }]) => {
    const withAll = withHints(all, slug, hints);
    return solvedAt === null ? withAll : withSolved(withAll, slug, solvedAt);
  }, here);
}

/** Reads what was stored; `null` when it is no book of a version that this code knows. */
export function bookFrom(stored: unknown): TicketBook | null {
  const read = v.safeParse(book, stored);
  return read.success ? read.output : null;
}

function changed(all: TicketBook, slug: string, change: Partial<TicketEntry>): TicketBook {
  return { ...all, tickets: { ...all.tickets, [slug]: { ...entryOf(all, slug), ...change } } };
}
