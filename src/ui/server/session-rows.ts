import type { PlacedRecord } from '../../server/instances/fleet.ts';

/** By what the rows can be put in order. */
export type SessionColumn = 'id' | 'user' | 'last-seen' | 'ends';

export interface SessionOrder {
  readonly column: SessionColumn;
  readonly descending: boolean;
}

/** When a session is refused unless it is seen before: the earlier of its two ends. */
export function endOf({ record }: PlacedRecord): number {
  return Math.min(record.idleExpiresAt, record.absoluteExpiresAt);
}

/**
 * Rows in which the text occurs, in identifier, user (as told and as kept) or machine; all of them for an
 * empty text. Upper and lower case are the same.
 */
export function filteredRows(
  rows: readonly PlacedRecord[],
  text: string,
  nameOf: (userId: string | null) => string,
): readonly PlacedRecord[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const has = (text: string): boolean => text.toLowerCase().includes(wanted);
  // Many rows, few users and machines: of each of these one look is enough.
  const user = remembered((id: string | null) => has(id ?? '') || has(nameOf(id)));
  const machine = remembered(has);
  return rows.filter(
    ({ record, machines }) => has(record.id) || user(record.userId) || machines.some(machine),
  );
}

function remembered<Asked>(answer: (asked: Asked) => boolean): (asked: Asked) => boolean {
  const answers = new Map<Asked, boolean>();
  return (asked) => {
    const known = answers.get(asked) ?? answer(asked);
    answers.set(asked, known);
    return known;
  };
}

/** `null` leaves them as they come: oldest first. */
export function orderedRows(
  rows: readonly PlacedRecord[],
  order: SessionOrder | null,
  nameOf: (userId: string | null) => string,
): readonly PlacedRecord[] {
  if (order === null) return rows;
  const compare = comparisons(nameOf)[order.column];
  const direction = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * compare(a, b));
}

function comparisons(
  nameOf: (userId: string | null) => string,
): Readonly<Record<SessionColumn, (a: PlacedRecord, b: PlacedRecord) => number>> {
  return {
    id: (a, b) => compareText(a.record.id, b.record.id),
    user: (a, b) => compareText(nameOf(a.record.userId), nameOf(b.record.userId)),
    'last-seen': (a, b) => a.record.lastSeenAt - b.record.lastSeenAt,
    ends: (a, b) => endOf(a) - endOf(b),
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The order after a press on a column's head: up, then down, then as they come. */
export function nextOrder(order: SessionOrder | null, column: SessionColumn): SessionOrder | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}
