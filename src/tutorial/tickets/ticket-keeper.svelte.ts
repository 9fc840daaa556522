import type { ProgressStorage } from '../progress-keeper.svelte.ts';
import { RecordKeeper } from '../record-keeper.svelte.ts';
import { bookFrom, emptyBook, type TicketBook } from './ticket-book.ts';

/** Holds what became of the tickets, and keeps it between visits as far as the browser lets it. */
export class TicketKeeper extends RecordKeeper<TicketBook> {
  constructor(storage: ProgressStorage) {
    super({ storage, nothing: emptyBook, read: bookFrom });
  }
}
