import { isMultiplexed } from '../../http/http-version.ts';
import type { Fields } from '../../http/message.ts';
import { hasRequestsLeft, type OpenConnection } from './open-connection.ts';
import type { ConnectionSettings } from './settings.ts';

/**
 * What the server says of the connection with a response on it, after which it stands as given. HTTP/1.0
 * closes by default, 1.1 stays open; `Keep-Alive` gives the idle seconds and the requests that are left, as
 * hints (RFC 9112 §9.3, appendix C.2.2). HTTP/2 and 3 forbid all of it (RFC 9113 §8.2.2, RFC 9114 §4.2).
 */
export function connectionFields(after: OpenConnection, settings: ConnectionSettings): Fields {
  if (isMultiplexed(after.httpVersion)) return [];
  if (!hasRequestsLeft(after, settings)) return [['Connection', 'close']];
  const left = settings.keepAliveMaximum - after.carried;
  return [
    ['Connection', 'keep-alive'],
    ['Keep-Alive', `timeout=${settings.keepAliveTimeoutSeconds}, max=${left}`],
  ];
}

/** What the browser says: that it would keep the connection, where it may say so (as Chromium does). */
export function askingToStay({ httpVersion }: Pick<OpenConnection, 'httpVersion'>): Fields {
  return httpVersion === '1.1' ? [['Connection', 'keep-alive']] : [];
}
