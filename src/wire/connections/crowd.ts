import type { ConnectionTable } from './connection-table.ts';

export interface CrowdOptions {
  /** How many guests come, one after the other. */
  readonly guests: number;
  /** Milliseconds within which all of them have come. */
  readonly withinMs: number;
  readonly targetUri: string;
  /** Milliseconds since the epoch. */
  readonly startAt: number;
  /** Distinguishes this crowd's guests from an earlier one's. */
  readonly name: string;
}

/** What became of a crowd. */
export interface CrowdOutcome {
  readonly guests: number;
  readonly served: number;
  readonly refused: number;
  /** Those of the served that had to wait for a slot of the server. */
  readonly waited: number;
  readonly longestWaitMs: number;
}

/**
 * Other guests, each of whom asks for one page: their connections hold slots as everybody's do. No message
 * of theirs is carried; only the connections are counted.
 */
export function letGuestsCome(
  table: Pick<ConnectionTable, 'place'>,
  { guests, withinMs, targetUri, startAt, name }: CrowdOptions,
): CrowdOutcome {
  const placed = Array.from({ length: guests }, (_, index) =>
    table.place({
      browserId: `${name}/${String(index)}`,
      targetUri,
      startAt: startAt + Math.floor((index * withinMs) / guests),
    }),
  );
  const waits = placed
    .filter(({ ok }) => ok)
    .map(({ timing }) => timing.phases.find(({ phase }) => phase === 'accept')?.ms ?? 0);
  return {
    guests,
    served: waits.length,
    refused: guests - waits.length,
    waited: waits.filter((ms) => ms > 0).length,
    longestWaitMs: Math.max(0, ...waits),
  };
}
