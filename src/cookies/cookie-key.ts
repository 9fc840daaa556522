import type { Cookie } from './cookie.ts';

/** What makes two cookies the same one: setting one replaces the other. */
export type CookieIdentity = Pick<Cookie, 'name' | 'domain' | 'hostOnly' | 'path' | 'partitionKey'>;

/**
 * Identity of a cookie as Chromium has it: partition, domain (host-only or not), path and name
 * (6265bis §5.7). A line feed, which no cookie can hold, keeps the parts apart.
 */
export function cookieKey({ partitionKey, hostOnly, domain, path, name }: CookieIdentity): string {
  return placeKey(partitionKey, hostOnly, domain, path) + name;
}

const NOWHERE = { partitionKey: null, hostOnly: false, domain: '', path: '', key: '\n.\n\n' };
let last: Omit<CookieIdentity, 'name'> & { readonly key: string } = NOWHERE;

/** The key without the name; cookies that follow each other mostly share it. */
function placeKey(
  partitionKey: string | null,
  hostOnly: boolean,
  domain: string,
  path: string,
): string {
  const isSame =
    last.domain === domain &&
    last.path === path &&
    last.hostOnly === hostOnly &&
    last.partitionKey === partitionKey;
  if (isSame) return last.key;
  const key = `${partitionKey ?? ''}\n${hostOnly ? '' : '.'}${domain}\n${path}\n`;
  last = { partitionKey, hostOnly, domain, path, key };
  return key;
}
