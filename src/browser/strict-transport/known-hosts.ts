import { isIpAddress } from '../../http/host.ts';
import { parseStrictTransport } from './field.ts';

/** A host that wants to be visited by TLS alone (RFC 6797 §5.3). */
export interface StrictTransportHost {
  readonly host: string;
  readonly includeSubDomains: boolean;
  /** Milliseconds since the epoch; from then on it is forgotten. */
  readonly expiryTime: number;
}

/** A browser's list of such hosts, in the map that was handed in. */
export class StrictTransportHosts {
  readonly #hosts: Map<string, StrictTransportHost>;

  constructor(hosts: Map<string, StrictTransportHost>) {
    this.#hosts = hosts;
  }

  all(): readonly StrictTransportHost[] {
    return [...this.#hosts.values()];
  }

  /** The entry for the host itself, or for one above it that speaks for all below (RFC 6797 §8.2). */
  find(host: string, now: number): StrictTransportHost | null {
    const labels = host.split('.');
    for (let above = 0; above < labels.length; above += 1) {
      const entry = this.#hosts.get(labels.slice(above).join('.'));
      if (entry === undefined || entry.expiryTime <= now) continue;
      if (above === 0 || entry.includeSubDomains) return entry;
    }
    return null;
  }

  /**
   * Keeps what a response by TLS asked for (RFC 6797 §8.1); `null` where nothing was to be kept or taken back. Of
   * several fields the first one counts, and addresses that are numbers have no such wish.
   */
  note(url: string, fieldValue: string | null, now: number): StrictTransportHost | null {
    const { hostname: host, protocol } = new URL(url);
    if (fieldValue === null || protocol !== 'https:' || isIpAddress(host)) return null;
    const policy = parseStrictTransport(fieldValue);
    if (policy === null) return null;
    const { includeSubDomains, maxAge } = policy;
    const entry = { host, includeSubDomains, expiryTime: now + maxAge * 1000 };
    if (maxAge > 0) this.#hosts.set(host, entry);
    else if (!this.#hosts.delete(host)) return null;
    return entry;
  }

  clear(): void {
    this.#hosts.clear();
  }
}
