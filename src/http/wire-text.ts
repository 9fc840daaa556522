import { fieldValue } from './fields.ts';
import { isMultiplexed, type HttpVersion } from './http-version.ts';
import type { Field, Fields, HttpRequest, HttpResponse } from './message.ts';
import { octets } from './octets.ts';
import { reasonPhrase } from './reason-phrase.ts';

export { octets } from './octets.ts';
export { parseRequestText, parseResponseText } from './parse-wire-text.ts';

/**
 * A request as it travels: request line in origin-form, field lines, an empty line, content (RFC 9112 §2.1,
 * §3.2.1). `Host` comes first unless the fields already hold it. HTTP/2 and 3 have no line to begin with, but
 * pseudo-header fields, and names in lower case (RFC 9113 §8.2, §8.3.1, RFC 9114 §4.3.1): their text is what
 * was meant, before it is compressed and cut into frames.
 */
export function requestText(request: HttpRequest, version: HttpVersion = '1.1'): string {
  const { host, pathname, search, protocol } = new URL(request.targetUri);
  const { method, fields, content } = request;
  const path = `${pathname}${search}`;
  if (isMultiplexed(version)) {
    const authority = fieldValue(fields, 'Host') ?? host;
    const pseudo: Fields = [
      [':method', method],
      [':scheme', protocol.slice(0, -1)],
      [':authority', authority],
      [':path', path],
    ];
    return messageText([...pseudo, ...lowerCase(fields)].map(fieldLine), content);
  }
  const all: Fields = fieldValue(fields, 'Host') === null ? [['Host', host], ...fields] : fields;
  return messageText([`${method} ${path} HTTP/${version}`, ...all.map(fieldLine)], content);
}

/** A response as it travels: status line, field lines, an empty line, content (RFC 9112 §4; RFC 9113 §8.3.2). */
export function responseText(response: HttpResponse, version: HttpVersion = '1.1'): string {
  const { status, fields, content } = response;
  if (isMultiplexed(version)) {
    const pseudo: Field = [':status', String(status)];
    return messageText([pseudo, ...lowerCase(fields)].map(fieldLine), content);
  }
  const statusLine = `HTTP/${version} ${String(status)} ${reasonPhrase(status)}`;
  return messageText([statusLine, ...fields.map(fieldLine)], content);
}

/** Octets of the whole request as HTTP/1.1 writes it. */
export function requestOctets(request: HttpRequest): number {
  return octets(requestText(request));
}

/** Octets of the whole response as HTTP/1.1 writes it. */
export function responseOctets(response: HttpResponse): number {
  return octets(responseText(response));
}

/** Names in lower case; `Host` is the authority's (RFC 9113 §8.2.1, §8.3.1). */
function lowerCase(fields: Fields): Fields {
  return fields
    .map(([name, value]): Field => [name.toLowerCase(), value])
    .filter(([name]) => name !== 'host');
}

function fieldLine([name, value]: Field): string {
  return `${name}: ${value}`;
}

function messageText(lines: readonly string[], content: string): string {
  return `${lines.join('\r\n')}\r\n\r\n${content}`;
}
