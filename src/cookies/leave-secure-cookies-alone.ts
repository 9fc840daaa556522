import { isPotentiallyTrustworthy } from '../http/origin.ts';
import type { Cookie } from './cookie.ts';
import { domainMatches } from './domain-matches.ts';
import { pathMatches } from './path-matches.ts';
import { cookieRule, type Refusal } from './refusal.ts';

/**
 * A non-secure origin can neither overwrite a Secure cookie nor lay another one of that name over it
 * (6265bis §5.7). `neighbours` gives the stored cookies of the same registrable domain; it is asked only when needed.
 */
export function refuseOverlay(
  cookie: Cookie,
  neighbours: () => readonly Cookie[],
  url: string,
): Refusal | null {
  if (cookie.secureOnly || isPotentiallyTrustworthy(url)) return null;
  for (const stored of neighbours()) {
    if (overlays(cookie, stored)) {
      const { name, domain } = stored;
      return {
        code: 'secure-cookie-left-alone',
        rule: cookieRule('5.7'),
        values: { name, domain },
      };
    }
  }
  return null;
}

function overlays(cookie: Cookie, stored: Cookie): boolean {
  return (
    stored.secureOnly &&
    stored.name === cookie.name &&
    stored.partitionKey === cookie.partitionKey &&
    (domainMatches(cookie.domain, stored.domain) || domainMatches(stored.domain, cookie.domain)) &&
    pathMatches(cookie.path, stored.path)
  );
}
