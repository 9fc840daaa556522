import { untrack } from 'svelte';
import type { Exchange } from './exchange.ts';
import { exchangeIdOf, joinExchange } from './join-exchange.ts';
import type { AnyEvent, LogEntry } from './log.ts';
import { secretsIn } from './secrets.ts';

/** An earlier end of the log. */
export interface LogPosition {
  readonly buffer: readonly LogEntry[];
  readonly length: number;
}

/**
 * The append-only log, and what is joined from it entry by entry. The work per event does not grow with
 * the log; readers get an array of their own, made at most once between two events.
 */
export class EventLog {
  /** Never shortened in place: earlier positions of other timelines still look into it. */
  #buffer: LogEntry[] = [];
  #exchanges: Exchange[] = [];
  #indexById = new Map<string, number>();
  #secrets = new Set<string>();
  /** Never goes back, so that a number means one entry whatever is undone. */
  #lastSequence = 0;
  #version = $state(0);
  #secretsVersion = $state(0);

  readonly #entriesView = $derived(this.#at(this.#version, () => [...this.#buffer]));
  readonly #exchangesView = $derived(this.#at(this.#version, () => [...this.#exchanges]));
  readonly #secretsView = $derived(this.#at(this.#secretsVersion, () => new Set(this.#secrets)));

  get entries(): readonly LogEntry[] {
    return this.#entriesView;
  }

  get exchanges(): readonly Exchange[] {
    return this.#exchangesView;
  }

  get secrets(): ReadonlySet<string> {
    return this.#secretsView;
  }

  exchange(id: string): Exchange | undefined {
    return this.#at(this.#version, () => {
      const index = this.#indexById.get(id);
      return index === undefined ? undefined : this.#exchanges[index];
    });
  }

  append(room: LogEntry['room'], event: AnyEvent, time: number): void {
    this.#lastSequence += 1;
    const entry: LogEntry = { sequence: this.#lastSequence, time, room, event };
    this.#buffer.push(entry);
    this.#join(entry);
    this.#changed();
  }

  position(): LogPosition {
    return { buffer: this.#buffer, length: this.#buffer.length };
  }

  /** Goes back to an earlier end, or over to the end of another timeline. */
  goTo({ buffer, length }: LogPosition): void {
    this.load(buffer.slice(0, length));
  }

  /** Begins anew with these entries, ascending by sequence. */
  load(entries: readonly LogEntry[]): void {
    this.#buffer = [...entries];
    this.#lastSequence = Math.max(this.#lastSequence, this.#buffer.at(-1)?.sequence ?? 0);
    this.#exchanges = [];
    this.#indexById = new Map();
    this.#secrets = new Set();
    for (const entry of this.#buffer) this.#join(entry);
    untrack(() => {
      this.#secretsVersion += 1;
    });
    this.#changed();
  }

  #join(entry: LogEntry): void {
    const id = exchangeIdOf(entry.event);
    if (id !== null) this.#joinTo(id, entry);
    const before = this.#secrets.size;
    for (const secret of secretsIn(entry.event)) this.#secrets.add(secret);
    if (this.#secrets.size !== before) {
      untrack(() => {
        this.#secretsVersion += 1;
      });
    }
  }

  #joinTo(id: string, entry: LogEntry): void {
    const index = this.#indexById.get(id) ?? this.#exchanges.length;
    const joined = joinExchange(this.#exchanges[index], entry);
    if (joined === undefined) return;
    this.#exchanges[index] = joined;
    this.#indexById.set(id, index);
  }

  #changed(): void {
    untrack(() => {
      this.#version += 1;
    });
  }

  /** Reads plain data that changes only together with `version`. */
  #at<Value>(_version: number, read: () => Value): Value {
    return read();
  }
}
