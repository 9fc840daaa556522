import { isMultiplexed, type HttpVersion } from '../../http/http-version.ts';
import type { Fields } from '../../http/message.ts';
import { originOf } from '../../http/origin.ts';
import type { Connection } from '../../server/context.ts';
import { connectionFields } from './connection-fields.ts';
import { hasRequestsLeft, withExchange, type OpenConnection } from './open-connection.ts';
import { accept, held } from './server-slots.ts';
import {
  CONNECTIONS_PER_HOST,
  DEFAULT_CONNECTION_SETTINGS,
  type ConnectionSettings,
} from './settings.ts';
import { timeline, type ExchangeTiming, type Phase } from './timing.ts';

export interface ConnectionTableOptions {
  /** By identifier; whoever hands it in may keep it. */
  readonly open?: Map<string, OpenConnection>;
  readonly settings?: () => ConnectionSettings;
  /** The IP address by which servers see a browser; one of RFC 5737 by default. */
  readonly remoteAddressOf?: (browserId: string) => string;
  readonly nextId?: () => string;
}

/** A request that wants to be carried, at `startAt` (milliseconds since the epoch) or as soon as can be. */
export interface Call {
  readonly browserId: string;
  readonly targetUri: string;
  readonly startAt: number;
}

export type Placed =
  | {
      readonly ok: true;
      readonly connection: Connection;
      readonly timing: ExchangeTiming;
      /** What the response says of the connection. */
      readonly fields: Fields;
    }
  | { readonly ok: false; readonly code: 'connection-refused'; readonly timing: ExchangeTiming };

/** Closed connections are forgotten this long after: no request still asks about a moment that far back. */
const forgottenAfterMs = 60_000;

/**
 * The connections of all browsers as a model: which request travels on which connection, what it waits
 * for, and how long it takes. Nothing waits really; the times are computed from the settings. What is
 * left out is told in `docs/decisions/0007-connections-as-a-model.md`.
 */
export class ConnectionTable {
  readonly #open: Map<string, OpenConnection>;
  readonly #settings: () => ConnectionSettings;
  readonly #remoteAddressOf: (browserId: string) => string;
  readonly #nextId: () => string;
  /** When each browser's latest response had arrived: what it asks for next, it asks later. */
  readonly #receivedAt = new Map<string, number>();

  constructor(options: ConnectionTableOptions = {}) {
    this.#open = options.open ?? new Map<string, OpenConnection>();
    this.#settings = options.settings ?? (() => DEFAULT_CONNECTION_SETTINGS);
    this.#remoteAddressOf = options.remoteAddressOf ?? documentationAddresses();
    this.#nextId = options.nextId ?? countedIds();
  }

  /** Chooses or opens the connection for a request, or tells that the server refuses it. */
  place(asked: Call): Placed {
    const startAt = Math.max(asked.startAt, this.#receivedAt.get(asked.browserId) ?? 0);
    const call = { ...asked, startAt };
    this.#forget(startAt);
    const origin = originOf(call.targetUri);
    const version = versionOf(origin, this.#settings().httpVersion);
    return isMultiplexed(version)
      ? this.#placeMultiplexed(call, origin, version)
      : this.#placeSerial(call, origin, version);
  }

  /** A browser has a response: whatever it sends from now on, it sends after that moment. */
  received(browserId: string, at: number): void {
    this.#receivedAt.set(browserId, Math.max(at, this.#receivedAt.get(browserId) ?? 0));
  }

  /** Connections to a host at a moment: how many slots are held, and how many of these idle. */
  load(host: string, moment: number): { readonly held: number; readonly idle: number } {
    const connections = this.#toHost(host);
    const taken = connections.filter(
      ({ acceptedAt, closesAt }) => acceptedAt <= moment && moment < closesAt,
    );
    return {
      held: held(connections, moment),
      idle: taken.filter(({ busyUntil }) => busyUntil <= moment).length,
    };
  }

  /** Closes those of one browser, or of all. */
  close(browserId?: string): void {
    for (const { id, browserId: owner } of [...this.#open.values()])
      if (browserId === undefined || owner === browserId) this.#open.delete(id);
  }

  /** One exchange after the other on each connection; at most six a host (RFC 9112 §9.3, §9.4). */
  #placeSerial(call: Call, origin: string, version: HttpVersion): Placed {
    const living = this.#ofBrowser(call.browserId, origin, version, call.startAt);
    const settings = this.#settings();
    const idle = living.filter(
      (one) => hasRequestsLeft(one, settings) && one.busyUntil <= call.startAt,
    );
    const freshest = idle.toSorted((a, b) => b.busyUntil - a.busyUntil)[0];
    if (freshest) return this.#use(freshest, call, call.startAt);
    if (living.length < CONNECTIONS_PER_HOST)
      return this.#begin(call, origin, version, call.startAt);
    const freeAt = (one: OpenConnection) =>
      hasRequestsLeft(one, settings) ? one.busyUntil : one.closesAt;
    const next = living.toSorted((a, b) => freeAt(a) - freeAt(b))[0];
    if (next === undefined) throw new Error('six connections, and none of them');
    return hasRequestsLeft(next, settings)
      ? this.#use(next, call, next.busyUntil)
      : this.#begin(call, origin, version, next.closesAt);
  }

  /** All exchanges at once on one connection (RFC 9113 §5). */
  #placeMultiplexed(call: Call, origin: string, version: HttpVersion): Placed {
    const connection = this.#ofBrowser(call.browserId, origin, version, call.startAt).find((one) =>
      hasRequestsLeft(one, this.#settings()),
    );
    return connection
      ? this.#use(connection, call, Math.max(call.startAt, connection.readyAt))
      : this.#begin(call, origin, version, call.startAt);
  }

  #use(connection: OpenConnection, { startAt }: Call, from: number): Placed {
    const { phases, endedAt } = timeline(startAt, [
      { phase: 'queued', ms: from - startAt },
      this.#exchangePhase(),
    ]);
    return this.#carry(connection, { reused: true, startedAt: startAt, endedAt, phases });
  }

  #begin(call: Call, origin: string, version: HttpVersion, from: number): Placed {
    const { roundTripMs } = this.#settings();
    const queued: Phase = { phase: 'queued', ms: from - call.startAt };
    const tcp: Phase = { phase: 'tcp', ms: version === '3' ? 0 : roundTripMs };
    const arrivedAt = from + tcp.ms;
    const toHost = this.#toHost(new URL(origin).hostname);
    const acceptance = accept(toHost, arrivedAt, this.#settings());
    const id = this.#nextId();
    if (acceptance === null) return refusal(id, version, call.startAt, [queued, tcp], roundTripMs);
    const { acceptedAt, slotOf } = acceptance;
    if (slotOf !== null) this.#open.set(slotOf.id, { ...slotOf, promised: true });
    const handshakes: readonly Phase[] = [
      queued,
      tcp,
      { phase: 'accept', ms: acceptedAt - arrivedAt },
      version === '3'
        ? { phase: 'quic', ms: roundTripMs }
        : { phase: 'tls', ms: origin.startsWith('https:') ? roundTripMs : 0 },
    ];
    const readyAt = timeline(call.startAt, handshakes).endedAt;
    const { phases, endedAt } = timeline(call.startAt, [...handshakes, this.#exchangePhase()]);
    const opened: OpenConnection = {
      id,
      browserId: call.browserId,
      origin,
      httpVersion: version,
      openedAt: from,
      acceptedAt,
      readyAt,
      busyUntil: readyAt,
      carried: 0,
      closesAt: endedAt,
      promised: false,
    };
    return this.#carry(opened, { reused: false, startedAt: call.startAt, endedAt, phases });
  }

  #exchangePhase(): Phase {
    const { roundTripMs, serverMs } = this.#settings();
    return { phase: 'exchange', ms: roundTripMs + serverMs };
  }

  #carry(
    connection: OpenConnection,
    times: Pick<ExchangeTiming, 'reused' | 'startedAt' | 'endedAt' | 'phases'>,
  ): Placed {
    const { id, httpVersion, browserId, origin } = connection;
    const after = withExchange(connection, times.endedAt, this.#settings());
    this.#open.set(id, after);
    return {
      ok: true,
      connection: {
        id,
        remoteAddress: this.#remoteAddressOf(browserId),
        secure: origin.startsWith('https:'),
      },
      timing: { connectionId: id, httpVersion, refused: false, ...times },
      fields: connectionFields(after, this.#settings()),
    };
  }

  #ofBrowser(browserId: string, origin: string, version: HttpVersion, moment: number) {
    return [...this.#open.values()].filter(
      (one) =>
        one.browserId === browserId &&
        one.origin === origin &&
        one.httpVersion === version &&
        one.closesAt > moment,
    );
  }

  #toHost(host: string): readonly OpenConnection[] {
    return [...this.#open.values()].filter(({ origin }) => new URL(origin).hostname === host);
  }

  #forget(now: number): void {
    for (const { id, closesAt } of [...this.#open.values()])
      if (closesAt < now - forgottenAfterMs) this.#open.delete(id);
  }
}

/** Without TLS no browser speaks HTTP/2 or 3 (RFC 9113 §3.3 is used by none). */
function versionOf(origin: string, agreed: HttpVersion): HttpVersion {
  return origin.startsWith('https:') || !isMultiplexed(agreed) ? agreed : '1.1';
}

function refusal(
  connectionId: string,
  httpVersion: HttpVersion,
  startedAt: number,
  asked: readonly Phase[],
  roundTripMs: number,
): Placed {
  const answered =
    httpVersion === '3' ? [...asked, { phase: 'quic', ms: roundTripMs } as const] : asked;
  const { phases, endedAt } = timeline(startedAt, answered);
  return {
    ok: false,
    code: 'connection-refused',
    timing: {
      connectionId,
      httpVersion,
      reused: false,
      startedAt,
      endedAt,
      phases,
      refused: true,
    },
  };
}

function countedIds(): () => string {
  let given = 0;
  return () => `c${String((given += 1))}`;
}

/** Addresses reserved for documentation (RFC 5737), one a browser in the order of their first request. */
export function documentationAddresses(): (browserId: string) => string {
  const numbers = new Map<string, number>();
  return (browserId) => {
    const number = numbers.get(browserId) ?? numbers.size + 1;
    numbers.set(browserId, number);
    return `203.0.113.${String(number % 256)}`;
  };
}
