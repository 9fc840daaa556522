import { isIpAddress } from '../http/host.ts';

const DOT = 0x2e;

/** Whether a host is that domain or below it (6265bis §5.1.3). Both canonical; an IP address only matches itself. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  const dot = host.length - domain.length - 1;
  return (
    domain !== '' &&
    dot >= 0 &&
    host.charCodeAt(dot) === DOT &&
    host.endsWith(domain) &&
    !isIpAddress(host)
  );
}
