import type { ExchangeTiming, PhaseName } from '../../wire/connections/timing.ts';
import type { HarTimings } from './har.ts';

/** The lab's phases under the names that a HAR has for them; the lab resolves names in no time. */
export function harTimings(timing: ExchangeTiming | null, tookMs: number): HarTimings {
  if (timing === null) return { ...none, wait: Math.max(tookMs, 0) };
  const spent = (...names: readonly PhaseName[]): number =>
    timing.phases.reduce((sum, { phase, ms }) => (names.includes(phase) ? sum + ms : sum), 0);
  const ssl = spent('tls', 'quic');
  return {
    ...none,
    blocked: spent('queued'),
    connect: timing.reused ? -1 : spent('tcp', 'accept') + ssl,
    ssl: timing.reused || ssl === 0 ? -1 : ssl,
    wait: spent('exchange') + (timing.reused ? spent('accept') : 0),
  };
}

const none: HarTimings = {
  blocked: -1,
  dns: -1,
  connect: -1,
  send: 0,
  wait: 0,
  receive: 0,
  ssl: -1,
};

/** All of it together: `ssl` is in `connect` already. */
export function totalTime({ blocked, dns, connect, send, wait, receive }: HarTimings): number {
  return [blocked, dns, connect, send, wait, receive].reduce((sum, ms) => sum + Math.max(ms, 0), 0);
}
