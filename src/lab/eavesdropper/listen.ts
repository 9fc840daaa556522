import type { NetworkName } from '../../wire/addresses.ts';
import { computerOf, computers } from '../computers.ts';
import type { Exchange } from '../exchange.ts';
import type { LogEntry } from '../log.ts';
import { overhear, type Overheard } from './overhear.ts';

/**
 * All that somebody on that network overhears, oldest first: of every exchange of a browser that was there when its
 * request left.
 */
export function listen(
  log: readonly LogEntry[],
  exchanges: readonly Exchange[],
  network: NetworkName,
): readonly Overheard[] {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const where = new Map<string, NetworkName>(computers.map((one) => [one.id, one.network]));
  return log.flatMap(({ event }) => {
    if (event.type === 'network-joined') where.set(computerOf(event.browserId), event.network);
    if (event.type !== 'request-sent') return [];
    const exchange = byId.get(event.exchangeId);
    const isThere = where.get(computerOf(event.browserId)) === network;
    return exchange === undefined || !isThere ? [] : [overhear(exchange)];
  });
}
