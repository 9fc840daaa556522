import { rowsFor, type SessionRows } from '../../../src/server/instances/session-rows.ts';
import { sharedStore } from '../../../src/server/instances/machine.ts';
import { defaultInstanceSettings } from '../../../src/server/instances/settings.ts';
import { endedBy, newIdentifier, newRecord } from '../../../src/server/sessions/session-table.ts';
import type { SessionRecord } from '../../../src/server/sessions/session-record.ts';
import { median } from '../median.ts';

const SIZES = [100, 10_000, 1_000_000];
const ROUNDS = 15;
const PER_ROUND = 20_000;
const LIMITS = { idleTimeoutSeconds: 1800, absoluteTimeoutSeconds: 43_200 };

export interface LookUps {
  readonly rows: number;
  /** Microseconds to find a row by its identifier and see whether it has ended. */
  readonly median: number;
}

/** Looks sessions up in a table of each size, the way an instance does. */
export function measuredLookUps(): LookUps[] {
  return SIZES.map((rows) => {
    const now = Date.now();
    const table = new Map<string, SessionRecord>();
    while (table.size < rows) {
      const id = newIdentifier(128, randomBytes, (taken) => table.has(taken));
      table.set(id, newRecord(id, null, { cart: {} }, now, LIMITS));
    }
    const ids = [...table.keys()];
    const asked = Array.from({ length: PER_ROUND }, (_, i) => copied(ids[(i * 7919) % rows] ?? ''));
    const settings = { ...defaultInstanceSettings, sessionStore: 'shared' } as const;
    const found = rowsFor('shop-1', settings, new Map([[sharedStore, table]]), new Map());
    const samples = Array.from({ length: ROUNDS }, () => microseconds(found, asked, now));
    return { rows, median: median(samples.slice(1)) };
  });
}

/** Another text of the same letters, as it arrives in a `Cookie` field. */
function copied(id: string): string {
  return Buffer.from(id).toString();
}

function microseconds(table: SessionRows, ids: readonly string[], now: number): number {
  const start = performance.now();
  for (const id of ids) {
    const record = table.get(id);
    if (record === undefined || endedBy(record, now) !== null) throw new Error('a row is missing');
  }
  return ((performance.now() - start) * 1000) / ids.length;
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
