import { getDomain, getPublicSuffix, parse } from 'tldts';
import { isIpAddress } from './host.ts';
import type { PublicSuffixes } from './public-suffixes.ts';

const options = { allowPrivateDomains: true, extractHostname: false } as const;

/** The list that browsers use, of some 100 KB: load it lazily. A trailing dot makes another name, of the same depth. */
export const realPublicSuffixes: PublicSuffixes = {
  isPublicSuffix: (host) =>
    !isIpAddress(host) && getPublicSuffix(withoutDot(host), options) === withoutDot(host),
  registrableDomain(host) {
    if (isIpAddress(host)) return null;
    const domain = getDomain(withoutDot(host), options);
    return domain === null ? null : `${domain}${host.endsWith('.') ? '.' : ''}`;
  },
};

/** Whether a host's public suffix is one under which a company gives names away, as `github.io` is. */
export function isUnderPrivateSuffix(host: string): boolean {
  return !isIpAddress(host) && parse(withoutDot(host), options).isPrivate === true;
}

function withoutDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host;
}
