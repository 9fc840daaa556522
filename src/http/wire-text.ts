import { fieldValue } from './fields.ts';
import type { Fields, HttpRequest, HttpResponse } from './message.ts';
import { octets } from './octets.ts';
import { reasonPhrase } from './reason-phrase.ts';

export { octets } from './octets.ts';
export { parseRequestText, parseResponseText } from './parse-wire-text.ts';

/**
 * A request as it travels in HTTP/1.1: request line in origin-form, field lines, an empty line, content
 * (RFC 9112 §2.1, §3.2.1). `Host` comes first unless the fields already hold it.
 */
export function requestText(request: HttpRequest): string {
  const { host, pathname, search } = new URL(request.targetUri);
  const fields: Fields =
    fieldValue(request.fields, 'Host') === null
      ? [['Host', host], ...request.fields]
      : request.fields;
  return messageText(`${request.method} ${pathname}${search} HTTP/1.1`, fields, request.content);
}

/** A response as it travels in HTTP/1.1: status line, field lines, an empty line, content (RFC 9112 §4). */
export function responseText(response: HttpResponse): string {
  const { status, fields, content } = response;
  return messageText(`HTTP/1.1 ${String(status)} ${reasonPhrase(status)}`, fields, content);
}

/** Octets of the whole request on the wire. */
export function requestOctets(request: HttpRequest): number {
  return octets(requestText(request));
}

/** Octets of the whole response on the wire. */
export function responseOctets(response: HttpResponse): number {
  return octets(responseText(response));
}

function messageText(startLine: string, fields: Fields, content: string): string {
  const lines = [startLine, ...fields.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\r\n')}\r\n\r\n${content}`;
}
