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
  isPublicSuffix: (host) => /^[^.:[\]]+\.?$/.test(host),
  registrableDomain(host) {
    if (isIpAddress(host)) return null;
    // A trailing dot makes another name: `shop.example.` is not `shop.example`.
    const end = host.endsWith('.') ? '.' : '';
    const labels = (end === '' ? host : host.slice(0, -1)).split('.');
    if (labels.length < 2 || labels.includes('')) return null;
    return `${labels.slice(-2).join('.')}${end}`;
  },
};
