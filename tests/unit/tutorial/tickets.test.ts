import { expect, test } from 'vitest';
import { ticketList } from '../../../src/lab/tickets/ticket-list.ts';
import {
  bookFrom,
  countSolved,
  emptyBook,
  entryOf,
  joinedBooks,
  withHints,
  withSolved,
} from '../../../src/tutorial/tickets/ticket-book.ts';
import { TicketKeeper } from '../../../src/tutorial/tickets/ticket-keeper.svelte.ts';
import { loadTicketsProse } from '../../../src/tutorial/tickets/ticket-prose.ts';

test.each(['en', 'ko'] as const)(
  'every ticket has its words in %s, and only these',
  async (language) => {
    const { tickets } = await loadTicketsProse(language);
    expect(Object.keys(tickets).toSorted()).toEqual(ticketList.map(({ slug }) => slug).toSorted());
  },
);

test('the first time that a ticket is solved counts', () => {
  const book = withSolved(withSolved(emptyBook, 'at-noon', 7), 'at-noon', 9);
  expect(entryOf(book, 'at-noon').solvedAt).toBe(7);
  expect(countSolved(book)).toBe(1);
});

test('hints are remembered, also when the ticket is begun anew', () => {
  const book = withHints(withHints(emptyBook, 'at-noon', 2), 'at-noon', 1);
  expect(entryOf(book, 'at-noon')).toEqual({ solvedAt: null, hints: 2 });
});

test('joining two books loses neither a solution nor a hint', () => {
  const here = withHints(emptyBook, 'at-noon', 3);
  const elsewhere = withSolved(withHints(emptyBook, 'at-noon', 1), 'at-noon', 5);
  expect(entryOf(joinedBooks(here, elsewhere), 'at-noon')).toEqual({ solvedAt: 5, hints: 3 });
  expect(countSolved(joinedBooks(elsewhere, here))).toBe(1);
});

test('what was kept is found again; what is no book is not taken for one', () => {
  let kept: string | null = null;
  const storage = { get: () => kept, set: (text: string) => void (kept = text) };
  new TicketKeeper(storage).change((book) => withSolved(book, 'in-and-out', 3));
  expect(countSolved(new TicketKeeper(storage).record)).toBe(1);
  kept = '{"version":1,"tickets":{"in-and-out":{"solvedAt":"yes","hints":0}}}';
  expect(new TicketKeeper(storage).record).toEqual(emptyBook);
  expect(bookFrom({ version: 2, tickets: {} })).toBeNull();
});

test('a browser that keeps nothing is said to, and the page goes on', () => {
  const keeper = new TicketKeeper({
    get: () => null,
    set: () => {
      throw new Error('blocked');
    },
  });
  keeper.change((book) => withHints(book, 'at-noon', 1));
  expect(keeper.kept).toBe(false);
  expect(entryOf(keeper.record, 'at-noon').hints).toBe(1);
});
