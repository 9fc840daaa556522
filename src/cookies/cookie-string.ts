import { trimWhitespace } from './whitespace.ts';

export type CookiePair = readonly [name: string, value: string];

/**
 * Reads a `Cookie` field value as a server does: pairs in order, equal names included (6265bis §4.2.2).
 * What has no equals sign is the value of a nameless cookie.
 */
export function parseCookieString(fieldValue: string): CookiePair[] {
  return fieldValue
    .split(';')
    .map((pair): CookiePair => {
      const equals = pair.indexOf('=');
      return [
        trimWhitespace(pair.slice(0, Math.max(equals, 0))),
        trimWhitespace(pair.slice(equals + 1)),
      ];
    })
    .filter(([name, value]) => name !== '' || value !== '');
}

/** Writes name-value pairs as the value of a `Cookie` field (6265bis §5.8.3). */
export function cookieString(
  pairs: readonly { readonly name: string; readonly value: string }[],
): string {
  let text = '';
  let separator = '';
  for (const { name, value } of pairs) {
    text += name === '' ? separator + value : `${separator}${name}=${value}`;
    separator = '; ';
  }
  return text;
}
