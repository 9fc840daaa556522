import { getDomain, getPublicSuffix } from 'tldts';
import type { PublicSuffixes } from '../../../src/http/public-suffixes.ts';

const WITH_PRIVATE = { allowPrivateDomains: true };

/** The list that tough-cookie asks, for our jar. */
export const publicSuffixList: PublicSuffixes = {
  isPublicSuffix: (host) => getPublicSuffix(host, WITH_PRIVATE) === host,
  registrableDomain: (host) => getDomain(host, WITH_PRIVATE),
};
