import type { HttpVersion } from '../../http/http-version.ts';

/** What decides how long a message takes, and who gets a connection at all. */
export interface ConnectionSettings {
  /** What browser and server agree on over TLS; without TLS browsers speak 1.1 at the most. */
  readonly httpVersion: HttpVersion;
  /** Milliseconds from the browser to the server and back. */
  readonly roundTripMs: number;
  /** Milliseconds that the server needs for an answer. */
  readonly serverMs: number;
  /** Whether an HTTP/1.1 connection stays open after an answer (RFC 9112 §9.3). */
  readonly keepAlive: boolean;
  /** Seconds after which the server closes a connection on which nothing happens. */
  readonly keepAliveTimeoutSeconds: number;
  /** How many requests one connection may carry. */
  readonly keepAliveMaximum: number;
  /** How many connections a server holds at a time, idle ones included. */
  readonly slots: number;
  /** How many more may wait for a slot; who comes then is refused. */
  readonly backlog: number;
}

/** A page of our time over a middling line, and a server far from full. */
export const DEFAULT_CONNECTION_SETTINGS: ConnectionSettings = {
  httpVersion: '1.1',
  roundTripMs: 50,
  serverMs: 20,
  keepAlive: true,
  keepAliveTimeoutSeconds: 5,
  keepAliveMaximum: 100,
  slots: 100,
  backlog: 50,
};

/** Browsers open at most six HTTP/1.x connections to one host (Chromium; RFC 9112 §9.4 names no number). */
export const CONNECTIONS_PER_HOST = 6;
