import { parseCookieString, type CookiePair } from '../../../cookies/cookie-string.ts';
import { fieldValue } from '../../../http/fields.ts';
import type { Turn } from '../turn.ts';

/** The values of the cookies of these names that the request carries; of equal names the first. */
export function readCookies(turn: Turn, names: readonly string[]): ReadonlyMap<string, string> {
  // #marker: read-cookie-field
  const field = fieldValue(turn.request.fields, 'cookie');
  if (field === null) {
    turn.trace.done('no-cookie-field', 'server/shop/memory/read-cookie.ts#read-cookie-field', {});
    return new Map();
  }
  const cookies = parseCookieString(field);
  const cookieNames = cookies.map(([name]) => name).join(', ');
  turn.trace.done('cookie-field-read', 'server/shop/memory/read-cookie.ts#read-cookie-field', {
    cookies: cookieNames,
  });
  return pick(turn, names, cookies);
}

function pick(
  turn: Turn,
  names: readonly string[],
  cookies: readonly CookiePair[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    // #marker: find-cookie
    const cookie = cookies.find(([candidate]) => candidate === name);
    if (cookie !== undefined) found.set(name, cookie[1]);
  }
  if (found.size === 0) {
    turn.trace.done('cookie-absent', 'server/shop/memory/read-cookie.ts#find-cookie', {
      cookie: names.join(', '),
    });
  }
  return found;
}
