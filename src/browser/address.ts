import { isLoopback } from '../http/host.ts';

export type RefusalCode = 'invalid-url' | 'unsupported-scheme' | 'outside-the-lab';

export type CheckedAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly url: string; readonly code: RefusalCode };

/** Whether a canonical host belongs to the internet that the browser is at. */
export type ReachesHost = (host: string) => boolean;

/** Whether an absolute URL is of that internet: http or https, and a host in it. */
export function checkAddress(address: string, reaches: ReachesHost = isOfTheLab): CheckedAddress {
  const url = URL.parse(address);
  // No domain has a percent sign (URL §3.3), though Chromium's parser makes one of a space.
  if (!url || url.hostname.includes('%')) return { ok: false, url: address, code: 'invalid-url' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, url: url.href, code: 'unsupported-scheme' };
  if (!reaches(url.hostname)) return { ok: false, url: url.href, code: 'outside-the-lab' };
  return { ok: true, url: url.href };
}

/** What cannot exist elsewhere: `.example` is reserved, nobody can own a name in it (RFC 2606 §2). */
export function isOfTheLab(host: string): boolean {
  return host.endsWith('.example') || isLoopback(host);
}

/** What is typed into the address bar: the scheme may be missing, and white space may surround it. */
export function checkTypedAddress(
  typed: string,
  reaches: ReachesHost = isOfTheLab,
): CheckedAddress {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i.test(address)) return checkAddress(address, reaches);
  return checkAddress(`https://${address.replace(/^\/*/, '')}`, reaches);
}
