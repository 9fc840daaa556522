/** What a server asks for with `Strict-Transport-Security`. */
export interface StrictTransportPolicy {
  /** Seconds from now; 0 takes an earlier wish back. */
  readonly maxAge: number;
  readonly includeSubDomains: boolean;
}

const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Reads the value of a `Strict-Transport-Security` field (RFC 6797 §6.1). `null` where it has to be overlooked: without
 * a `max-age`, with one that is no number, or with a directive that stands there twice.
 */
export function parseStrictTransport(fieldValue: string): StrictTransportPolicy | null {
  const directives = new Map<string, string>();
  for (const text of fieldValue.split(';').map((part) => part.trim())) {
    if (text === '') continue;
    const equals = text.indexOf('=');
    const name = (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase();
    if (!token.test(name) || directives.has(name)) return null;
    directives.set(name, equals < 0 ? '' : unquoted(text.slice(equals + 1).trim()));
  }
  const maxAge = directives.get('max-age');
  if (maxAge === undefined || !/^\d+$/.test(maxAge)) return null;
  return { maxAge: Number(maxAge), includeSubDomains: directives.has('includesubdomains') };
}

function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}
