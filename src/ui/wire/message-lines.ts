import type { Field } from '../../http/message.ts';
import { octets } from '../../http/octets.ts';

/** A message as it stands on the wire, taken apart for reading. */
export interface MessageLines {
  /** Request line or status line; in HTTP/2 and 3 the pseudo-header fields, which stand in its place. */
  readonly start: readonly string[];
  /** Method and path, or status: the same in every version. */
  readonly summary: string;
  readonly fields: readonly Field[];
  readonly content: string;
  readonly contentOctets: number;
  /** Octets of the whole message. */
  readonly octets: number;
}

/** Takes a message's text apart at its line ends (RFC 9112 §2.1; pseudo-header fields: RFC 9113 §8.3). */
export function messageLines(text: string): MessageLines {
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n');
  const pseudo = lines.filter((line) => line.startsWith(':'));
  const start = pseudo.length > 0 ? pseudo : lines.slice(0, 1);
  const content = text.slice(end + 4);
  const fields = lines.slice(start.length).map((line): Field => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
  });
  return {
    start,
    summary: summaryOf(start),
    fields,
    content,
    contentOctets: octets(content),
    octets: octets(text),
  };
}

function summaryOf(start: readonly string[]): string {
  const [line = ''] = start;
  if (!line.startsWith(':')) return line.replace(/ HTTP\/\d\.\d$|^HTTP\/\d\.\d /, '');
  const told = start.filter((one) => /^:(?:method|path|status): /.test(one));
  return told.map((one) => one.slice(one.indexOf(': ') + 2)).join(' ');
}

/** The headers that say who is who, or where it goes next; all others can be folded away. */
const telling = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'location',
  'origin',
  'www-authenticate',
  'host',
  'access-control-allow-origin',
  'access-control-allow-credentials',
]);

export function isTelling([name]: Field): boolean {
  return telling.has(name.toLowerCase());
}

/** The headers that decide who remembers whom. */
export function isDeciding([name]: Field): boolean {
  return /^(set-)?cookie$/i.test(name);
}
