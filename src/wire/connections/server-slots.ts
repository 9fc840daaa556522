import type { OpenConnection } from './open-connection.ts';
import type { ConnectionSettings } from './settings.ts';

/** When a connection gets a slot, and whose slot that was; `null`: one that was free. */
export interface Acceptance {
  readonly acceptedAt: number;
  readonly slotOf: OpenConnection | null;
}

/**
 * When a server with finitely many slots takes a connection that reaches it at `arrivedAt`; `null` when
 * even the queue is full. First come, first served; a slot becomes free when a connection closes, be it
 * idle or busy until then. Given are the connections to that server.
 */
export function accept(
  connections: readonly OpenConnection[],
  arrivedAt: number,
  { slots, backlog }: ConnectionSettings,
): Acceptance | null {
  const waiting = connections.filter(
    ({ openedAt, acceptedAt }) => openedAt <= arrivedAt && acceptedAt > arrivedAt,
  );
  const earliest = waiting.reduce((time, { acceptedAt }) => Math.max(time, acceptedAt), arrivedAt);
  const moments = [earliest, ...connections.map(({ closesAt }) => closesAt)]
    .filter((moment) => moment >= earliest)
    .sort((a, b) => a - b);
  const acceptedAt = moments.find((moment) => held(connections, moment) < slots);
  if (acceptedAt === undefined) return null;
  if (acceptedAt === arrivedAt) return { acceptedAt, slotOf: null };
  if (waiting.length >= backlog) return null;
  const slotOf = connections.find(({ closesAt }) => closesAt === acceptedAt) ?? null;
  return { acceptedAt, slotOf };
}

/** How many slots are taken at a moment. */
export function held(connections: readonly OpenConnection[], moment: number): number {
  return connections.filter(({ acceptedAt, closesAt }) => acceptedAt <= moment && moment < closesAt)
    .length;
}
