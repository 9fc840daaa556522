import type { HttpVersion } from '../../http/http-version.ts';
import type { ConnectionSettings } from './settings.ts';

/** A connection as the model keeps it: an immutable record; times are milliseconds since the epoch. */
export interface OpenConnection {
  readonly id: string;
  readonly browserId: string;
  readonly origin: string;
  readonly httpVersion: HttpVersion;
  /** When the browser began to open it. */
  readonly openedAt: number;
  /** When the server gave it a slot. */
  readonly acceptedAt: number;
  /** When its handshakes were over. */
  readonly readyAt: number;
  /** When the last response on it is over. */
  readonly busyUntil: number;
  /** How many requests it has carried. */
  readonly carried: number;
  /** When the server closes it, if nothing more is asked on it. */
  readonly closesAt: number;
  /** Its slot is promised to one that waits: it closes then, and carries nothing more. */
  readonly promised: boolean;
}

/** Whether the connection may carry one more request. */
export function hasRequestsLeft(
  { httpVersion, carried, promised }: Pick<OpenConnection, 'httpVersion' | 'carried' | 'promised'>,
  { keepAlive, keepAliveMaximum }: ConnectionSettings,
): boolean {
  if (promised) return false;
  if (httpVersion === '1.0') return carried < 1;
  if (httpVersion === '1.1' && !keepAlive) return carried < 1;
  return carried < keepAliveMaximum;
}

/** The connection after one more exchange on it, which ends at `endedAt`. */
export function withExchange(
  connection: OpenConnection,
  endedAt: number,
  settings: ConnectionSettings,
): OpenConnection {
  const used = {
    ...connection,
    carried: connection.carried + 1,
    busyUntil: Math.max(connection.busyUntil, endedAt),
  };
  const stays = hasRequestsLeft(used, settings);
  const idleMs = stays ? settings.keepAliveTimeoutSeconds * 1000 : 0;
  return { ...used, closesAt: used.busyUntil + idleMs };
}
