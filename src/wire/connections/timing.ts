import type { HttpVersion } from '../../http/http-version.ts';

/**
 * What an exchange spends its time on, in the order in which it happens:
 * - `queued`: waits in the browser, for one of the six connections or for one still being set up;
 * - `tcp`: TCP handshake, one round trip;
 * - `accept`: waits for a free slot of the server;
 * - `tls`: TLS 1.3 handshake, one round trip more; `quic`: both at once, in one;
 * - `exchange`: the request there, the server's work, the response back.
 */
export type PhaseName = 'queued' | 'tcp' | 'accept' | 'tls' | 'quic' | 'exchange';

export interface Phase {
  readonly phase: PhaseName;
  readonly ms: number;
}

/** When what happened to one exchange on its way, on the lab's clock. */
export interface ExchangeTiming {
  readonly connectionId: string;
  readonly httpVersion: HttpVersion;
  /** Whether the connection was there already: no handshake. */
  readonly reused: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Only those that took time; together they last from `startedAt` to `endedAt`. */
  readonly phases: readonly Phase[];
  /** The server had neither a slot nor a place to wait. */
  readonly refused: boolean;
}

/** The phases that took time, and the moment at which they are over. */
export function timeline(
  startedAt: number,
  phases: readonly Phase[],
): { readonly phases: readonly Phase[]; readonly endedAt: number } {
  return {
    phases: phases.filter(({ ms }) => ms > 0),
    endedAt: phases.reduce((time, { ms }) => time + ms, startedAt),
  };
}
