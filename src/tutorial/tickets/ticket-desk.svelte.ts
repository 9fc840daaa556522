import type { Lab } from '../../lab/lab.svelte.ts';
import {
  checksOf,
  likewiseSet,
  playTrouble,
  runChecks,
  type Checked,
} from '../../lab/tickets/run-checks.ts';
import type { Ticket } from '../../lab/tickets/ticket.ts';
import { sequenceOfPlan } from '../evidence.ts';
import { entryOf, withHints, withSolved, type TicketEntry } from './ticket-book.ts';
import type { TicketKeeper } from './ticket-keeper.svelte.ts';

export interface TicketDeskOptions {
  readonly lab: Lab;
  readonly ticket: Ticket;
  readonly keeper: TicketKeeper;
  /** Real time, milliseconds since the epoch. */
  readonly now: () => number;
}

export type Stand = 'idle' | 'running' | 'finished' | 'called-off' | 'failed';

/** One ticket as a learner works on it in their lab. */
export class TicketDesk {
  readonly #options: TicketDeskOptions;
  #preparing = $state(false);
  #broken = $state(false);
  #checked = $state.raw<readonly Checked[]>([]);
  #stand = $state<Stand>('idle');
  /** The settings of the last run, as text. */
  #ranWith = $state('');
  #run = new AbortController();

  constructor(options: TicketDeskOptions) {
    this.#options = options;
  }

  get ticket(): Ticket {
    return this.#options.ticket;
  }

  /** The shop is being brought into its trouble. */
  get preparing(): boolean {
    return this.#preparing;
  }

  /** It could not be. */
  get broken(): boolean {
    return this.#broken;
  }

  /** What the last run has seen so far, the complaint first. */
  get checked(): readonly Checked[] {
    return this.#checked;
  }

  get stand(): Stand {
    return this.#stand;
  }

  /** How many hidden runs there are. */
  get count(): number {
    const { lab, ticket } = this.#options;
    return checksOf(ticket, lab).length;
  }

  /** The last run went through, and everything was as it should be. */
  get passed(): boolean {
    return this.#stand === 'finished' && this.#checked.every(({ finding }) => finding.holds);
  }

  /** The shop is set otherwise than when it was last run. */
  get changedSince(): boolean {
    return this.#stand !== 'idle' && this.#ranWith !== this.#settings();
  }

  get entry(): TicketEntry {
    return entryOf(this.#options.keeper.record, this.ticket.slug);
  }

  /** Brings the lab into the trouble, unless it was left in the middle of this very ticket. */
  async open(): Promise<void> {
    if (sequenceOfPlan(this.#options.lab, this.#plan) === null) await this.startOver();
  }

  /** The trouble as it was at first; can be undone. */
  async startOver(): Promise<void> {
    const { lab, ticket } = this.#options;
    this.callOff();
    this.#preparing = true;
    this.#broken = false;
    try {
      lab.takeOver((await playTrouble(lab.trialLab(), ticket)).snapshot());
      lab.notePlan(this.#plan);
      this.#checked = [];
      this.#stand = 'idle';
    } catch {
      this.#broken = true;
    } finally {
      this.#preparing = false;
    }
  }

  /** Shows the next hint; remembered for good. */
  showHint(shown: number): void {
    this.#options.keeper.change((book) => withHints(book, this.ticket.slug, shown));
  }

  /** Plays the story, and puts the shop through its paces, as it is set now. */
  async run(): Promise<void> {
    const { lab, ticket, keeper, now } = this.#options;
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#checked = [];
    this.#stand = 'running';
    this.#ranWith = this.#settings();
    const set = likewiseSet(lab);
    try {
      for await (const checked of runChecks({ ticket, newLab: () => likewiseSet(set), signal })) {
        if (signal.aborted) break;
        this.#checked = [...this.#checked, checked];
      }
      if (signal.aborted) return;
      this.#stand = 'finished';
      if (this.passed) keeper.change((book) => withSolved(book, ticket.slug, now()));
    } catch {
      if (!signal.aborted) this.#stand = 'failed';
    }
  }

  /** Ends a run that is under way. */
  callOff(): void {
    if (this.#stand !== 'running') return;
    this.#run.abort();
    this.#stand = 'called-off';
  }

  get #plan(): string {
    return `tickets/${this.ticket.slug}`;
  }

  #settings(): string {
    const { settings, connectionSettings } = this.#options.lab;
    return JSON.stringify([settings, connectionSettings]);
  }
}
