import type { OpenConnection } from './open-connection.ts';
import type { ConnectionSettings } from './settings.ts';

/**
 * When a server with finitely many slots takes a connection that reaches it at `arrivedAt`; `null` when
 * even the queue is full. First come, first served; a slot becomes free when a connection closes, be it
 * idle or busy until then. Given are the connections to that server.
 */
export function acceptTime(
  connections: readonly OpenConnection[],
  arrivedAt: number,
  { slots, backlog }: ConnectionSettings,
): number | null {
  const waiting = connections.filter(
    ({ openedAt, acceptedAt }) => openedAt <= arrivedAt && acceptedAt > arrivedAt,
  );
  const earliest = waiting.reduce((time, { acceptedAt }) => Math.max(time, acceptedAt), arrivedAt);
  const moments = [earliest, ...connections.map(({ closesAt }) => closesAt)]
    .filter((moment) => moment >= earliest)
    .sort((a, b) => a - b);
  const acceptedAt = moments.find((moment) => held(connections, moment) < slots) ?? null;
  if (acceptedAt === arrivedAt) return acceptedAt;
  return waiting.length < backlog ? acceptedAt : null;
}

/** How many slots are taken at a moment. */
export function held(connections: readonly OpenConnection[], moment: number): number {
  return connections.filter(({ acceptedAt, closesAt }) => acceptedAt <= moment && moment < closesAt)
    .length;
}
