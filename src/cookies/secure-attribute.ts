import { isPotentiallyTrustworthy } from '../http/origin.ts';
import { parsedUrl } from '../http/parsed-url.ts';
import type { Cookie } from './cookie.ts';
import { cookieRule, type Refusal } from './refusal.ts';

/** A Secure cookie cannot be set over a channel that anybody could change (6265bis §5.7). */
export function refuseSecureFromInsecureOrigin(cookie: Cookie, url: string): Refusal | null {
  if (!cookie.secureOnly || isPotentiallyTrustworthy(url)) return null;
  return {
    code: 'secure-from-insecure-origin',
    rule: cookieRule('5.7'),
    values: { name: cookie.name, host: parsedUrl(url)?.host ?? '' },
  };
}
