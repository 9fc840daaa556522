import type { SessionRecord } from '../sessions/session-record.ts';
import { instancesOf } from './balance.ts';
import { machine, sharedStore, type Machines } from './machine.ts';
import type { InstanceSettings } from './settings.ts';

/** A table of sessions by identifier. A `Map` is one. */
export interface SessionRows {
  get(id: string): SessionRecord | undefined;
  has(id: string): boolean;
  set(id: string, record: SessionRecord): unknown;
  delete(id: string): boolean;
  values(): Iterable<SessionRecord>;
  clear(): void;
}

/** The tables of all machines: of each instance's memory, and of the shared store. */
export type SessionTables = ReadonlyMap<string, SessionRows>;

/** The table that an instance reads and writes. */
export function rowsFor(
  instance: string,
  settings: InstanceSettings,
  tables: SessionTables,
  machines: Pick<Machines, 'get'>,
): SessionRows {
  if (settings.sessionStore === 'shared') return tableOf(tables, sharedStore);
  const own = tableOf(tables, instance);
  if (settings.sessionStore === 'memory') return own;
  const running = instancesOf(settings).filter((name) => machine(machines, name).running);
  return replicated(
    own,
    running.map((name) => tableOf(tables, name)),
  );
}

/** The machines whose tables are in use now. */
export function machinesWithRows(settings: InstanceSettings): readonly string[] {
  return settings.sessionStore === 'shared' ? [sharedStore] : instancesOf(settings);
}

export function tableOf(tables: SessionTables, name: string): SessionRows {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`there is no session table at ${name}`);
  return table;
}

/** Reads at home, writes everywhere: what an instance stores, every other that runs has at once. */
function replicated(own: SessionRows, all: readonly SessionRows[]): SessionRows {
  return {
    get: (id) => own.get(id),
    has: (id) => own.has(id),
    set: (id, record) => {
      for (const table of all) table.set(id, record);
    },
    delete: (id) => all.map((table) => table.delete(id)).includes(true),
    values: () => own.values(),
    clear: () => {
      for (const table of all) table.clear();
    },
  };
}
