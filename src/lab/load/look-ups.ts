import { octets } from '../../http/octets.ts';
import { newRecord } from '../../server/sessions/session-table.ts';
import type { SessionRecord } from '../../server/sessions/session-record.ts';
import { defaultShopSettings } from '../../server/shop/settings.ts';

/** What a look-up by key costs in a table of so many rows. */
export interface LookUpTime {
  readonly rows: number;
  /** Of one look-up, on this machine. */
  readonly nanoseconds: number;
}

export interface LookUpTimes {
  /** Of one row as JSON; measured on a row such as the shop writes for somebody who is signed in. */
  readonly rowOctets: number;
  readonly times: readonly LookUpTime[];
}

export interface LookUpOptions {
  /** Ascending. */
  readonly sizes: readonly number[];
  /** Real milliseconds from anywhere, never backward. */
  readonly monotonicNow: () => number;
  readonly pause: () => Promise<void>;
  readonly progress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** From a handful of users to a million. */
export const tableSizes: readonly number[] = [100, 1_000, 10_000, 100_000, 1_000_000];

/** Rows that are written between two breaths of the page. */
const piece = 20_000;
const rounds = 4;
const keysPerRound = 10_000;

/**
 * Really fills a `Map`, the session table of this lab, up to each of the sizes, and times look-ups of keys in it
 * at random. The keys are as long as session identifiers; all of them lead to one and the same row, so that a
 * million fits into a browser. `null` where it was called off.
 */
export async function measureLookUps(options: LookUpOptions): Promise<LookUpTimes | null> {
  const { sizes, monotonicNow, pause, progress, signal } = options;
  const table = new Map<string, SessionRecord>();
  const row = newRecord(identifier(0), 'alice', { cart: { 'salt-bread': 1 } }, 0, shopLimits);
  const all = sizes.at(-1) ?? 0;
  const times: LookUpTime[] = [];
  for (const rows of sizes) {
    while (table.size < rows) {
      if (signal.aborted) return null;
      const end = Math.min(rows, table.size + piece);
      for (let number = table.size; number < end; number += 1) table.set(identifier(number), row);
      progress(table.size, all);
      await pause();
    }
    times.push({ rows, nanoseconds: timeLookUps(table, monotonicNow) });
  }
  return { rowOctets: octets(JSON.stringify({ ...row, ...realTimes })), times };
}

const shopLimits = defaultShopSettings;

/** Times have thirteen digits these days. */
const realTimes = {
  createdAt: 1_700_000_000_000,
  lastSeenAt: 1_700_000_000_000,
  idleExpiresAt: 1_700_000_000_000,
  absoluteExpiresAt: 1_700_000_000_000,
};

/** The median of a few rounds, each with keys of its own; the first warms up, and does not count. */
function timeLookUps(table: ReadonlyMap<string, SessionRecord>, now: () => number): number {
  const measured = Array.from({ length: rounds + 1 }, (_, round) => {
    const keys = freshKeys(table.size, round);
    const startedAt = now();
    let found = 0;
    for (const key of keys) if (table.get(key) !== undefined) found += 1;
    const took = now() - startedAt;
    if (found !== keys.length) throw new Error('a key has no row');
    return (took * 1_000_000) / keys.length;
  });
  const counted = measured.slice(1).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)] ?? 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Keys as they come out of a request: texts that the table has never seen, though it has their like. */
function freshKeys(rows: number, round: number): readonly string[] {
  return Array.from({ length: keysPerRound }, (_, index) => {
    const number = scramble(index + round * keysPerRound) % rows;
    return decoder.decode(encoder.encode(identifier(number)));
  });
}

/** 32 hexadecimal digits for a number: as long as an identifier of the shop, but not secret. */
function identifier(number: number): string {
  return (
    hexadecimal(number, 1) +
    hexadecimal(number, 2) +
    hexadecimal(number, 3) +
    hexadecimal(number, 4)
  );
}

function hexadecimal(number: number, part: number): string {
  return scramble(Math.imul(number, 4) + part)
    .toString(16)
    .padStart(8, '0');
}

/** Spreads neighbouring numbers over 32 bits, each to another one. */
function scramble(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
