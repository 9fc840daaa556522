import { originOf } from '../http/origin.ts';
import type { Connection } from '../server/context.ts';

/**
 * The open connections of all browsers, as HTTP/1.1 keeps them (RFC 9112 §9.3): one a browser and origin,
 * used again until it is closed. Pipelining and parallel connections are left out.
 */
export class Connections {
  readonly #open = new Map<string, Map<string, Connection>>();
  #opened = 0;

  constructor(private readonly remoteAddressOf: (browserId: string) => string) {}

  /** The connection on which that browser reaches that target; opened if there is none. */
  to(browserId: string, targetUri: string): Connection {
    const ofBrowser = this.#open.get(browserId) ?? new Map<string, Connection>();
    this.#open.set(browserId, ofBrowser);
    const origin = originOf(targetUri);
    const connection = ofBrowser.get(origin) ?? this.#opening(browserId, origin);
    ofBrowser.set(origin, connection);
    return connection;
  }

  /** Closes those of one browser, or of all. */
  close(browserId?: string): void {
    if (browserId === undefined) this.#open.clear();
    else this.#open.delete(browserId);
  }

  #opening(browserId: string, origin: string): Connection {
    this.#opened += 1;
    return {
      id: `c${String(this.#opened)}`,
      remoteAddress: this.remoteAddressOf(browserId),
      secure: origin.startsWith('https:'),
    };
  }
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
