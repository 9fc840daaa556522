import type { Cookie } from './cookie.ts';

/** What makes two cookies the same one: setting one replaces the other. */
export type CookieIdentity = Pick<Cookie, 'name' | 'domain' | 'hostOnly' | 'path' | 'partitionKey'>;

/**
 * Identity of a cookie as Chromium has it: partition, domain (host-only or not), path and name
 * (6265bis §5.7). A line feed, which no cookie can hold, keeps the parts apart.
 */
export function cookieKey({ partitionKey, hostOnly, domain, path, name }: CookieIdentity): string {
  return `${partitionKey ?? ''}\n${hostOnly ? '' : '.'}${domain}\n${path}\n${name}`;
}
