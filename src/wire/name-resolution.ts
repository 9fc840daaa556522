import { isLoopback } from '../http/host.ts';
import { NetworkFailure } from '../http/network-failure.ts';

/** Fails for a host that no server runs under: before there is any connection, as a browser's does. */
export function resolveName(targetUri: string, hosts: ReadonlySet<string>): void {
  const host = URL.parse(targetUri)?.hostname ?? '';
  if (hosts.has(host)) return;
  // The machine itself always has an address; only nothing listens there.
  throw new NetworkFailure(isLoopback(host) ? 'connection-refused' : 'name-not-resolved');
}
