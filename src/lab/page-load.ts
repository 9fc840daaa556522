import type { ExchangeTiming } from '../wire/connections/timing.ts';
import type { Exchange } from './exchange.ts';

/** An exchange of which the wire has told when it happened. */
export interface TimedExchange {
  readonly exchange: Exchange;
  readonly timing: ExchangeTiming;
}

/** All exchanges that made one page: what began it, its redirects, and what was loaded for it. */
export interface PageLoad {
  readonly exchanges: readonly TimedExchange[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly handshakes: number;
  readonly connections: number;
}

/** The page load that an exchange belongs to; `null` where its times are not known. */
export function pageLoadOf(exchanges: readonly Exchange[], exchangeId: string): PageLoad | null {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const rootOf = (exchange: Exchange): string => {
    let root = exchange;
    for (let parent = parentOf(root, byId); parent; parent = parentOf(root, byId)) root = parent;
    return root.id;
  };
  const chosen = byId.get(exchangeId);
  if (chosen === undefined) return null;
  const root = rootOf(chosen);
  return pageLoad(exchanges.filter((exchange) => rootOf(exchange) === root));
}

function parentOf(exchange: Exchange, byId: ReadonlyMap<string, Exchange>): Exchange | undefined {
  return exchange.parentId === null ? undefined : byId.get(exchange.parentId);
}

function pageLoad(exchanges: readonly Exchange[]): PageLoad | null {
  const timed = exchanges.flatMap((exchange) =>
    exchange.timing === null ? [] : [{ exchange, timing: exchange.timing }],
  );
  if (timed.length === 0) return null;
  const timings = timed.map(({ timing }) => timing);
  return {
    exchanges: timed,
    startedAt: Math.min(...timings.map(({ startedAt }) => startedAt)),
    endedAt: Math.max(...timings.map(({ endedAt }) => endedAt)),
    handshakes: timings.filter(({ reused }) => !reused).length,
    connections: new Set(timings.map(({ connectionId }) => connectionId)).size,
  };
}
