import { isIpAddress } from '../http/host.ts';

/** Whether a host is that domain or below it (6265bis §5.1.3). Both canonical; an IP address only matches itself. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return domain !== '' && host.endsWith(`.${domain}`) && !isIpAddress(host);
}
