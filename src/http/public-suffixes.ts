import { isIpAddress } from './host.ts';

/**
 * Knows under which suffixes the public can register names (`com`, `co.uk`). Hosts are canonical:
 * lower case, no leading dot.
 */
export interface PublicSuffixes {
  isPublicSuffix(host: string): boolean;
  /** The public suffix and one label more; `null` for a public suffix itself and for an IP address. */
  registrableDomain(host: string): string | null;
}

/** Every last label is a public suffix: right for the reserved `.example`, and for most others. */
export const lastLabelIsPublic: PublicSuffixes = {
  isPublicSuffix: (host) => !host.includes('.') && host !== '',
  registrableDomain(host) {
    if (isIpAddress(host)) return null;
    const labels = host.replace(/\.$/, '').split('.');
    if (labels.length < 2 || labels.includes('')) return null;
    return labels.slice(-2).join('.');
  },
};
