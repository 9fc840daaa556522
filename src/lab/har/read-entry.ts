import { cookieString } from '../../cookies/cookie-string.ts';
import { fieldValue } from '../../http/fields.ts';
import type { HttpVersion } from '../../http/http-version.ts';
import type { Field, Fields } from '../../http/message.ts';
import type { EntryText, ListedCookie } from './har-schema.ts';
import type { RecordedEntry } from './recording.ts';

/** Code units of one field, and of a message's content, that are kept: more is neither shown nor looked at. */
const FIELD_LIMIT = 65_536;
const CONTENT_LIMIT = 65_536;

/** RFC 9110 §5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export type EntryReading =
  | { readonly ok: true; readonly entry: RecordedEntry }
  | { readonly ok: false; readonly code: 'not-web' | 'unreadable' };

/** One entry of the file, made whole. `earlier` is when the one before it began: for one that does not say. */
export function readEntry(entry: EntryText, index: number, earlier: number): EntryReading {
  const url = URL.parse(entry.request.url);
  if (url === null || !TOKEN.test(entry.request.method)) return { ok: false, code: 'unreadable' };
  if (!/^(?:https?|wss?):$/.test(url.protocol)) return { ok: false, code: 'not-web' };
  url.hash = '';
  const sent = fieldsOf(entry.request.headers);
  const startedAt = timeOf(entry.startedDateTime) ?? earlier;
  const { blocked, dns, connect, send, wait } = entry.timings;
  const endedAt = startedAt + entry.time;
  const untilAnswer = blocked + dns + connect + send + wait;
  const received = responseOf(entry);
  const request = withCookies(sent, entry.request.cookies);
  return {
    ok: true,
    entry: {
      index,
      pageId: entry.pageref === '' ? null : entry.pageref,
      startedAt,
      answeredAt: untilAnswer > 0 ? Math.min(startedAt + untilAnswer, endedAt) : endedAt,
      endedAt,
      request: {
        method: entry.request.method,
        targetUri: url.href,
        fields: request.fields,
        content: contentOf(entry.request.postData),
      },
      response: received?.response ?? null,
      httpVersion: versionOf(entry),
      resourceType: entry._resourceType.toLowerCase(),
      initiator: URL.parse(entry._initiator.url)?.href ?? null,
      error: entry._error.slice(0, 200),
      fromCache: typeof entry._fromCache === 'string' && entry._fromCache !== '',
      contentOctets: received?.octets ?? 0,
      fromLists: request.fromList || received?.fromList === true,
    },
  };
}

function responseOf({ response }: EntryText) {
  if (response === null) return null;
  const { status, content } = response;
  if (!Number.isInteger(status) || status < 100 || status > 599) return null;
  const set = withSetCookies(fieldsOf(response.headers), response.cookies);
  const text = content.encoding === 'base64' ? decoded(content) : content.text;
  return {
    response: { status, fields: set.fields, content: text.slice(0, CONTENT_LIMIT) },
    octets: content.size === 0 ? text.length : content.size,
    fromList: set.fromList,
  };
}

/**
 * The header fields without the pseudo-header fields of HTTP/2, which say what stands elsewhere. A line break
 * within a value would make a second line of it in the message's text: it becomes a space (RFC 9110 §5.5),
 * except where some browsers put all `Set-Cookie` fields into one with line breaks between them.
 */
function fieldsOf(headers: readonly { name: string; value: string }[]): Fields {
  return headers.flatMap(({ name, value }): Field[] => {
    if (!TOKEN.test(name)) return [];
    const kept = value.slice(0, FIELD_LIMIT);
    if (name.toLowerCase() !== 'set-cookie') return [[name, oneLine(kept)]];
    return kept
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line): Field => [name, oneLine(line)]);
  });
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]/g, ' ');
}

interface Completed {
  readonly fields: Fields;
  readonly fromList: boolean;
}

/** Some recordings have the cookies of a request in the list alone. */
function withCookies(fields: Fields, cookies: readonly ListedCookie[]): Completed {
  if (cookies.length === 0 || fieldValue(fields, 'Cookie') !== null)
    return { fields, fromList: false };
  return { fields: [...fields, ['Cookie', oneLine(cookieString(cookies))]], fromList: true };
}

function withSetCookies(fields: Fields, cookies: readonly ListedCookie[]): Completed {
  if (cookies.length === 0 || fieldValue(fields, 'Set-Cookie') !== null)
    return { fields, fromList: false };
  const made = cookies.map((cookie): Field => ['Set-Cookie', oneLine(setCookieText(cookie))]);
  return { fields: [...fields, ...made], fromList: true };
}

/** A `Set-Cookie` value that says what the list says. */
function setCookieText(cookie: ListedCookie): string {
  const { name, value, path, domain, expires, secure, httpOnly, sameSite } = cookie;
  const time = timeOf(expires);
  return [
    `${name}=${value}`,
    path === '' ? null : `Path=${path}`,
    domain === '' ? null : `Domain=${domain}`,
    time === null ? null : `Expires=${new Date(time).toUTCString()}`,
    secure ? 'Secure' : null,
    httpOnly ? 'HttpOnly' : null,
    sameSite === '' ? null : `SameSite=${sameSite}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

function contentOf({ text, params }: EntryText['request']['postData']): string {
  const whole =
    text === '' && params.length > 0
      ? new URLSearchParams(params.map(({ name, value }) => [name, value])).toString()
      : text;
  return whole.slice(0, CONTENT_LIMIT);
}

/** Only text can be shown; of anything else the size is enough. */
function decoded({ text, mimeType }: { readonly text: string; readonly mimeType: string }): string {
  if (!/^text\/|json|xml|javascript|urlencoded/i.test(mimeType)) return '';
  try {
    const octets = Uint8Array.from(atob(text.slice(0, CONTENT_LIMIT * 2)), (one) =>
      one.charCodeAt(0),
    );
    return new TextDecoder().decode(octets);
  } catch {
    return '';
  }
}

function versionOf({ request, response }: EntryText): HttpVersion {
  const written = `${response?.httpVersion ?? ''} ${request.httpVersion}`.toLowerCase();
  if (/\bh3|http\/3/.test(written)) return '3';
  if (/\bh2|http\/2/.test(written)) return '2';
  return written.includes('http/1.0') ? '1.0' : '1.1';
}

/** ISO 8601 as milliseconds since the epoch; `null` for what is none, or is before 1970. */
function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isFinite(time) && time >= 0 ? time : null;
}
