import type { Field } from '../../http/message.ts';
import { octets } from '../../http/octets.ts';

/** A message as it stands on the wire, taken apart for reading. */
export interface MessageLines {
  readonly startLine: string;
  readonly fields: readonly Field[];
  readonly content: string;
  readonly contentOctets: number;
  /** Octets of the whole message. */
  readonly octets: number;
}

/** Takes HTTP/1.1 wire text apart at its line ends (RFC 9112 §2.1). */
export function messageLines(text: string): MessageLines {
  const end = text.indexOf('\r\n\r\n');
  const [startLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const content = text.slice(end + 4);
  const fields = lines.map((line): Field => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
  });
  return { startLine, fields, content, contentOctets: octets(content), octets: octets(text) };
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
