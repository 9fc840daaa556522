import { fieldValue } from './fields.ts';
import type { Field, Fields, HttpRequest, HttpResponse } from './message.ts';
import type { Rule } from './rule.ts';

export type MalformedMessageCode =
  'request-line' | 'status-line' | 'field-line' | 'no-host' | 'invalid-target';

/** Why a text is no HTTP/1.1 message. */
export interface MalformedMessage {
  readonly ok: false;
  readonly code: MalformedMessageCode;
  readonly rule: Rule;
  /** The line at fault. */
  readonly line: string;
}

export type ParsedMessage<Message> =
  { readonly ok: true; readonly message: Message } | MalformedMessage;

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * Reads a request as a person would type or paste it: bare LF is taken for CRLF (RFC 9112 §2.2), the
 * version may be left out. The scheme is not on the wire, so it is handed in.
 */
export function parseRequestText(
  text: string,
  scheme: 'http' | 'https' = 'https',
): ParsedMessage<HttpRequest> {
  const { startLine, fieldLines, content } = split(text);
  const [, method, target] =
    /^(\S+)[ \t]+(\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/.exec(startLine) ?? [];
  if (method === undefined || target === undefined || !TOKEN.test(method)) {
    return malformed('request-line', '3', startLine);
  }
  const fields = parseFieldLines(fieldLines);
  if ('ok' in fields) return fields;

  const isAbsolute = /^https?:\/\//i.test(target);
  const host = fieldValue(fields, 'Host');
  if (!isAbsolute && host === null) return malformed('no-host', '3.2', startLine);
  const uri = isAbsolute ? target : `${scheme}://${host ?? ''}${target}`;
  if ((!isAbsolute && !target.startsWith('/')) || !URL.canParse(uri)) {
    return malformed('invalid-target', '3.2', startLine);
  }
  const { origin, pathname, search } = new URL(uri);
  return {
    ok: true,
    message: { method, targetUri: `${origin}${pathname}${search}`, fields, content },
  };
}

/** Reads a response with the same tolerance. */
export function parseResponseText(text: string): ParsedMessage<HttpResponse> {
  const { startLine, fieldLines, content } = split(text);
  const [, digits] = /^HTTP\/\d(?:\.\d)?[ \t]+([1-9]\d\d)(?:[ \t].*)?$/.exec(startLine) ?? [];
  if (digits === undefined) return malformed('status-line', '4', startLine);
  const fields = parseFieldLines(fieldLines);
  if ('ok' in fields) return fields;
  return { ok: true, message: { status: Number(digits), fields, content } };
}

function split(text: string): {
  startLine: string;
  fieldLines: readonly string[];
  content: string;
} {
  // A robust reader skips empty lines before the start line (RFC 9112 §2.2).
  const message = text.replace(/^(?:\r?\n)+/, '');
  const end = /\r?\n\r?\n/.exec(message);
  const head = end === null ? message.replace(/\r?\n$/, '') : message.slice(0, end.index);
  const content = end === null ? '' : message.slice(end.index + end[0].length);
  const [startLine = '', ...fieldLines] = head.split(/\r?\n/);
  return { startLine, fieldLines, content };
}

function parseFieldLines(lines: readonly string[]): Fields | MalformedMessage {
  const fields: Field[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    if (!TOKEN.test(name)) return malformed('field-line', '5', line);
    fields.push([name, line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]);
  }
  return fields;
}

function malformed(code: MalformedMessageCode, section: string, line: string): MalformedMessage {
  return { ok: false, code, rule: { document: 'RFC9112', section }, line };
}
