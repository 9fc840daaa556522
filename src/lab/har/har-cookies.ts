import { parseCookieString } from '../../cookies/cookie-string.ts';
import { expiryTimeOf } from '../../cookies/expiry-attributes.ts';
import { parseSetCookie, type AttributeText } from '../../cookies/parse-set-cookie.ts';
import { fieldValues } from '../../http/fields.ts';
import type { Fields } from '../../http/message.ts';
import type { HarCookie } from './har.ts';

/** The cookies that a request carries, as its `Cookie` fields name them. */
export function cookiesSent(fields: Fields): readonly HarCookie[] {
  return fieldValues(fields, 'Cookie')
    .flatMap(parseCookieString)
    .map(([name, value]) => ({ name, value }));
}

/** The cookies that a response sets, each with the attributes that it was given; a field that cannot be read is left out. */
export function cookiesSet(fields: Fields, now: number): readonly HarCookie[] {
  return fieldValues(fields, 'Set-Cookie').flatMap((value) => {
    const parsed = parseSetCookie(value);
    return parsed.ok ? [harCookie(parsed.text, now)] : [];
  });
}

function harCookie(
  {
    name,
    value,
    attributes,
  }: { name: string; value: string; attributes: readonly AttributeText[] },
  now: number,
): HarCookie {
  const last = (wanted: string): string | null =>
    attributes.findLast((one) => one.name.toLowerCase() === wanted)?.value ?? null;
  const path = last('path');
  const domain = last('domain');
  const sameSite = last('samesite');
  const expires = isoTime(expiryTimeOf(last('max-age'), last('expires'), now).meaning);
  return {
    name,
    value,
    ...(path !== null && { path }),
    ...(domain !== null && { domain }),
    ...(expires !== null && { expires }),
    httpOnly: last('httponly') !== null,
    secure: last('secure') !== null,
    ...(sameSite !== null && { sameSite }),
  };
}

/** What is over from the beginning of time ends with the epoch: a HAR reader may not know earlier years. */
function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(Math.max(time, 0)).toISOString();
}
