import { isLoopback } from './host.ts';
import { parsedUrl } from './parsed-url.ts';
import { lastLabelIsPublic, type PublicSuffixes } from './public-suffixes.ts';

export { lastLabelIsPublic, type PublicSuffixes } from './public-suffixes.ts';

/** Scheme, host and port as one text, `https://shop.example` (RFC 6454 §6.1); `null` for no valid URL. */
export function originOf(url: string): string {
  return parsedUrl(url)?.origin ?? 'null';
}

/** The host's public suffix and one label more: `shop.example`; `null` where there is none. */
export function registrableDomain(
  host: string,
  suffixes: PublicSuffixes = lastLabelIsPublic,
): string | null {
  return suffixes.registrableDomain(host);
}

/**
 * The schemeful site of a URL: scheme and registrable domain, or the whole host where there is no such
 * domain (HTML, "obtain a site"). The port does not count. `null` as text for no valid URL.
 */
export function siteOf(url: string, suffixes: PublicSuffixes = lastLabelIsPublic): string {
  const parsed = parsedUrl(url);
  if (parsed === null || parsed.origin === 'null') return 'null';
  const { protocol, hostname } = parsed;
  return `${protocol}//${suffixes.registrableDomain(hostname) ?? hostname}`;
}

/** Whether two URLs belong to one schemeful site. */
export function isSameSite(
  a: string,
  b: string,
  suffixes: PublicSuffixes = lastLabelIsPublic,
): boolean {
  const site = siteOf(a, suffixes);
  return site !== 'null' && site === siteOf(b, suffixes);
}

/** Whether two URLs have scheme, host and port in common (RFC 6454 §5). */
export function isSameOrigin(a: string, b: string): boolean {
  const origin = originOf(a);
  return origin !== 'null' && origin === originOf(b);
}

/** Whether what comes from there cannot have been changed on the way: TLS, or the machine itself. */
export function isPotentiallyTrustworthy(url: string): boolean {
  const parsed = parsedUrl(url);
  if (parsed === null) return false;
  const { protocol, hostname } = parsed;
  return protocol === 'https:' || protocol === 'wss:' || isLoopback(hostname);
}
