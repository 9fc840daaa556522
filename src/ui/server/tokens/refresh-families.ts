import type { RefreshRecord } from '../../../server/api/refresh-record.ts';

export type RefreshState = 'current' | 'replaced' | 'revoked' | 'expired';

export interface RefreshRow {
  readonly record: RefreshRecord;
  /** Place in its line of tokens, from 1. */
  readonly generation: number;
  readonly state: RefreshState;
}

/** All tokens that came out of one sign-in. */
export interface RefreshFamily {
  readonly id: string;
  readonly userId: string;
  readonly endsAt: number;
  /** Some token of it still opens something, or would raise the alarm. */
  readonly living: boolean;
  /** Youngest first. */
  readonly rows: readonly RefreshRow[];
}

/** Youngest family first. `now` in milliseconds. */
export function refreshFamilies(
  records: readonly RefreshRecord[],
  now: number,
): readonly RefreshFamily[] {
  const families = new Map<string, RefreshRecord[]>();
  for (const record of records) {
    const members = families.get(record.familyId);
    if (members === undefined) families.set(record.familyId, [record]);
    else members.push(record);
  }
  return [...families].map(([id, members]) => family(id, members, now)).reverse();
}

function family(id: string, members: readonly RefreshRecord[], now: number): RefreshFamily {
  const generations = new Map<string, number>();
  const rows = members.map((record): RefreshRow => {
    const generation = (generations.get(record.parentHash ?? '') ?? 0) + 1;
    generations.set(record.hash, generation);
    return { record, generation, state: stateOf(record, now) };
  });
  const [first] = members;
  return {
    id,
    userId: first?.userId ?? '',
    endsAt: first?.absoluteExpiresAt ?? 0,
    living: rows.some(({ state }) => state === 'current' || state === 'replaced'),
    rows: rows.reverse(),
  };
}

function stateOf(record: RefreshRecord, now: number): RefreshState {
  if (record.revokedAt !== null) return 'revoked';
  if (now >= record.absoluteExpiresAt) return 'expired';
  return record.replacedAt === null ? 'current' : 'replaced';
}
