import type { ObserveServer } from '../events.ts';
import type { SessionRecord } from '../sessions/session-record.ts';
import { instancesOf } from './balance.ts';
import { machine, sharedStore, type Machines } from './machine.ts';
import { machinesWithRows, tableOf, type SessionTables } from './session-rows.ts';
import type { InstanceSettings } from './settings.ts';

export interface FleetOptions {
  readonly machines: Machines;
  readonly tables: SessionTables;
  readonly settings: () => InstanceSettings;
  readonly observe: ObserveServer;
}

/** A row of a session table, and where it lies; the same row may lie in several places. */
export interface PlacedRecord {
  readonly record: SessionRecord;
  readonly machines: readonly string[];
}

/** The shop's machines, as whoever runs them handles them. */
export class Fleet {
  readonly #options: FleetOptions;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** Every session that some machine in use has, once. */
  records(): readonly PlacedRecord[] {
    const found = new Map<string, PlacedRecord>();
    for (const name of this.#withRows()) {
      for (const record of this.#table(name).values()) {
        const before = found.get(record.id)?.machines ?? [];
        found.set(record.id, { record, machines: [...before, name] });
      }
    }
    return [...found.values()];
  }

  /** Stops a machine. What an instance had in memory is gone; a store keeps what it has. */
  stop(name: string): void {
    this.#setRunning(name, false);
    if (name !== sharedStore) this.#lose(name);
  }

  /** Starts a machine; an instance that replicates takes its sessions over from another one that runs. */
  start(name: string): void {
    this.#setRunning(name, true);
    if (name === sharedStore || this.#options.settings().sessionStore !== 'replicated') return;
    const other = instancesOf(this.#options.settings()).find(
      (one) => one !== name && machine(this.#options.machines, one).running,
    );
    if (other === undefined) return;
    for (const record of this.#table(other).values()) this.#table(name).set(record.id, record);
  }

  /** All instances end and begin again, as at a deployment: only what a store keeps is still there. */
  restart(): number {
    const { sessionStore } = this.#options.settings();
    if (sessionStore === 'shared') return 0;
    const lost = this.records();
    for (const name of this.#withRows()) this.#table(name).clear();
    for (const { record } of lost) this.#tellLost(record);
    return lost.length;
  }

  /** Writes a row, or deletes it (`null`), wherever it lies; what it was, or nothing. */
  change(id: string, record: SessionRecord | null): SessionRecord | undefined {
    let previous: SessionRecord | undefined;
    for (const name of this.#withRows()) {
      const table = this.#table(name);
      const found = table.get(id);
      if (found === undefined) continue;
      previous = found;
      if (record === null) table.delete(id);
      else table.set(id, record);
    }
    return previous;
  }

  #withRows(): readonly string[] {
    return machinesWithRows(this.#options.settings());
  }

  #table(name: string) {
    return tableOf(this.#options.tables, name);
  }

  #setRunning(name: string, running: boolean): void {
    const { machines, observe } = this.#options;
    machines.set(name, { ...machine(machines, name), running });
    observe({ type: running ? 'machine-started' : 'machine-stopped', machine: name });
  }

  /** Rows that no other machine has are lost for good. */
  #lose(name: string): void {
    const before = this.records();
    this.#table(name).clear();
    for (const { record, machines } of before)
      if (machines.every((one) => one === name)) this.#tellLost(record);
  }

  #tellLost(record: SessionRecord): void {
    const change = 'lost-in-restart';
    this.#options.observe({
      type: 'session-changed',
      exchangeId: null,
      change,
      record,
      previous: record,
    });
  }
}
