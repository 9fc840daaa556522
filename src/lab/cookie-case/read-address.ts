import { isIpAddress, isLoopback } from '../../http/host.ts';

export type AddressReading =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: 'empty' | 'invalid' | 'not-http' };

/**
 * An address as somebody types or pastes it: in quotes or brackets, without its scheme. The machine itself and IP
 * addresses are then asked without TLS, as in development, all others with it.
 */
export function readAddress(text: string): AddressReading {
  const address = text.trim().replaceAll(/^[<"'`]+|[>"'`,]+$/g, '');
  if (address === '') return { ok: false, code: 'empty' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i.test(address);
  const url = URL.parse(hasScheme ? address : withScheme(address));
  if (url === null || url.hostname.includes('%')) return { ok: false, code: 'invalid' };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, code: 'not-http' };
  // A user's password has no part in a case.
  url.username = '';
  url.password = '';
  url.hash = '';
  return { ok: true, url: url.href };
}

function withScheme(address: string): string {
  const rest = address.replace(/^\/+/, '');
  const host = URL.parse(`http://${rest}`)?.hostname ?? '';
  const scheme = isLoopback(host) || isIpAddress(host) ? 'http' : 'https';
  return `${scheme}://${rest}`;
}
