import { CookieJar } from '../../cookies/cookie-jar.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { SetCookieDecision } from '../../cookies/decision.ts';
import { hasCrossSiteAncestor, partitionSite } from '../../cookies/partition-key.ts';
import { sameSiteText } from '../../cookies/same-site.ts';
import { siteOf } from '../../http/origin.ts';

/** The `Set-Cookie` field value with which a server would ask for this cookie. */
export function setCookieField(cookie: Cookie): string {
  const { name, value, path, domain, expiryTime, partitionKey } = cookie;
  const attributes = [
    name === '' ? value : `${name}=${value}`,
    `Path=${path}`,
    cookie.hostOnly ? null : `Domain=${domain}`,
    expiryTime === null ? null : `Expires=${new Date(expiryTime).toUTCString()}`,
    cookie.httpOnly ? 'HttpOnly' : null,
    cookie.secureOnly ? 'Secure' : null,
    cookie.sameSite === 'unspecified' ? null : `SameSite=${sameSiteText(cookie.sameSite)}`,
    partitionKey === null ? null : 'Partitioned',
  ];
  return attributes.filter((attribute) => attribute !== null).join('; ');
}

/**
 * What a browser would decide if the cookie's own host set it, under the best of circumstances: over TLS, in a
 * response to a same-site request, in an empty jar. A cookie put there by hand asks nobody.
 */
export function decideAsSetCookie(cookie: Cookie, now: number): SetCookieDecision {
  const { partitionKey } = cookie;
  const url = `https://${cookie.domain}/`;
  return new CookieJar(new Map()).decide(setCookieField(cookie), {
    url,
    api: 'http',
    sameSiteContext: 'strict',
    topLevelSite: partitionKey === null ? siteOf(url) : partitionSite(partitionKey),
    hasCrossSiteAncestor: partitionKey !== null && hasCrossSiteAncestor(partitionKey),
    now,
  });
}
