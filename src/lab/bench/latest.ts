import type { LogEntry } from '../log.ts';
import type { BenchEvent } from './events.ts';

/** What was made last of a kind since the lab was prepared; `null` where nothing was. */
export function latest<Type extends BenchEvent['type']>(
  log: readonly LogEntry[],
  type: Type,
): (Extract<BenchEvent, { type: Type }> & { readonly sequence: number }) | null {
  const entry = log.findLast(({ event }) => event.type === type || event.type === 'lab-prepared');
  if (entry?.event.type !== type) return null;
  return {
    ...(entry.event as Extract<BenchEvent, { type: Type }>),
    sequence: entry.sequence,
  };
}
