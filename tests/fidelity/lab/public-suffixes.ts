import { getDomain, getPublicSuffix } from 'tldts';
import { isIpAddress } from '../../../src/http/host.ts';
import type { PublicSuffixes } from '../../../src/http/public-suffixes.ts';

const options = { allowPrivateDomains: true, validateHostname: false } as const;

/** The list that Chromium has as well (publicsuffix.org), its private part included. */
export const realPublicSuffixes: PublicSuffixes = {
  isPublicSuffix: (host) => !isIpAddress(host) && getPublicSuffix(host, options) === host,
  registrableDomain: (host) => (isIpAddress(host) ? null : getDomain(host, options)),
};
