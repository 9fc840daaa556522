import { httpDate } from '../http/http-date.ts';
import type { Field, HttpResponse } from '../http/message.ts';
import { octets } from '../http/octets.ts';
import type { Language } from './language.ts';

export interface ResponseOptions {
  /** Milliseconds since the epoch, for `Date`. */
  readonly now: number;
  readonly fields?: readonly Field[];
}

/** A document. Its wording depends on the language asked for and on who asks, so no cache may keep it. */
export function document(
  status: number,
  page: { readonly text: string },
  language: Language,
  { now, fields = [] }: ResponseOptions,
): HttpResponse {
  const content = `<!doctype html>\n${page.text}`;
  const about: readonly Field[] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Language', language],
    ['Cache-Control', 'no-store'],
  ];
  return response(status, [...about, ...fields], content, now);
}

/** Go and GET that other page: the answer to every form (RFC 9110 §15.4.4). */
export function seeOther(
  location: string,
  { now, fields = [] }: ResponseOptions,
  status: 302 | 303 = 303,
): HttpResponse {
  return response(status, [['Location', location], ...fields], '', now);
}

/** The same request, method and all, belongs to another address (RFC 9110 §15.4.9). */
export function permanentRedirect(
  location: string,
  { now, fields = [] }: ResponseOptions,
): HttpResponse {
  return response(308, [['Location', location], ...fields], '', now);
}

/** A style sheet, a picture or a script, the same for everybody. */
export function file(
  mediaType: 'text/css' | 'image/svg+xml' | 'text/javascript',
  content: string,
  { now, fields = [] }: ResponseOptions,
): HttpResponse {
  return response(200, [['Content-Type', `${mediaType}; charset=utf-8`], ...fields], content, now);
}

/** What a program asked for, as JSON (RFC 8259). */
export function jsonContent(
  status: number,
  value: unknown,
  { now, fields = [] }: ResponseOptions,
): HttpResponse {
  const about: Field = ['Content-Type', 'application/json'];
  return response(status, [about, ...fields], JSON.stringify(value), now);
}

/** 204: done, and nothing to say about it (RFC 9110 §15.3.5). */
export function noContent({ now, fields = [] }: ResponseOptions): HttpResponse {
  return { status: 204, fields: [['Date', httpDate(now)], ...fields], content: '' };
}

export function plainText(
  status: number,
  content: string,
  { now, fields = [] }: ResponseOptions,
): HttpResponse {
  return response(status, [['Content-Type', 'text/plain; charset=utf-8'], ...fields], content, now);
}

/** The response to HEAD: all but the content (RFC 9110 §9.3.2). */
export function withoutContent({ status, fields }: HttpResponse): HttpResponse {
  return { status, fields, content: '' };
}

function response(
  status: number,
  fields: readonly Field[],
  content: string,
  now: number,
): HttpResponse {
  const length: Field = ['Content-Length', String(octets(content))];
  return { status, fields: [['Date', httpDate(now)], ...fields, length], content };
}
