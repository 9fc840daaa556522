import { originOf } from '../http/origin.ts';
import type { Page } from './tab.ts';

/** Whether a user's name or password stands in the address. */
export function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

/**
 * Whether a document may embed what is at that address for all that is said of a user there: only a document
 * that was itself reached by that name and password, and only from its own origin (Chromium).
 */
export function mayEmbedCredentials(
  address: string,
  { url, origin }: Pick<Page, 'url' | 'origin'>,
): boolean {
  const wanted = new URL(address);
  if (!hasCredentials(wanted)) return true;
  const own = new URL(url);
  return (
    originOf(address) === origin &&
    wanted.username === own.username &&
    wanted.password === own.password
  );
}

/** The address without them: they are not shown, and never sent as they stand (RFC 9110 §4.2.4). */
export function withoutCredentials(address: string): string {
  const url = URL.parse(address);
  if (url === null || !hasCredentials(url)) return address;
  url.username = '';
  url.password = '';
  return url.href;
}
