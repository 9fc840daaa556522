import type { Field, Fields } from '../../http/message.ts';
import { cookiesInJson, cookieOfTableRow } from './pasted-forms.ts';

/** What a pasted text was taken for. */
export type PasteKind =
  | 'nothing'
  /** Field values alone, one a line. */
  | 'bare'
  /** `Set-Cookie: …` lines, and perhaps others. */
  | 'fields'
  /** A whole response, as `curl -i` or DevTools show it. */
  | 'response'
  /** JSON of a recording, or of "Copy all". */
  | 'json'
  /** Rows of the cookie table in DevTools. */
  | 'table'
  /** Code that sets cookies. */
  | 'code';

export interface PastedCookie {
  readonly fieldValue: string;
  /** Where it stands in the text; `null` where it was put together. */
  readonly place: { readonly start: number; readonly end: number } | null;
}

export interface Paste {
  readonly kind: PasteKind;
  readonly cookies: readonly PastedCookie[];
  /** How many more there were than are looked at. */
  readonly leftOff: number;
  /** Lines with something in them that nothing was taken from. */
  readonly aside: number;
  /** A `Cookie` field stood there: that is what was sent, not what was set. */
  readonly hasRequestCookie: boolean;
  /** Address of the request, where the text tells it. */
  readonly url: string | null;
  /** The response's `Date`, in milliseconds since the epoch. */
  readonly date: number | null;
  /** The response's CORS fields; `null` where there was no whole response. */
  readonly cors: Fields | null;
}

/** A browser keeps 180 of one site. */
const MOST = 200;

/** A line, without what `curl -v` puts before it, and where it begins in the text. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly from: 'request' | 'response' | 'curl' | null;
}

/** Reads whatever holds `Set-Cookie` fields, as forgivingly as can be. Never throws; takes time in proportion. */
export function readPaste(text: string): Paste {
  const inJson = cookiesInJson(text);
  if (inJson.length > 0) return { ...nothing, kind: 'json', ...limited(inJson.map(madeUp)) };
  const reader = new PasteReader(text);
  for (const line of linesOf(text)) reader.take(line);
  return reader.result();
}

const nothing: Paste = {
  kind: 'nothing',
  cookies: [],
  leftOff: 0,
  aside: 0,
  hasRequestCookie: false,
  url: null,
  date: null,
  cors: null,
};

function madeUp(fieldValue: string): PastedCookie {
  return { fieldValue, place: null };
}

function limited(cookies: readonly PastedCookie[]): Pick<Paste, 'cookies' | 'leftOff'> {
  return { cookies: cookies.slice(0, MOST), leftOff: Math.max(0, cookies.length - MOST) };
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const [mark = ''] = /^\uFEFF?[ \t]*(?:[<>*](?:[ \t]|$))?[ \t]*/.exec(line) ?? [];
    const from = mark.includes('<')
      ? 'response'
      : mark.includes('>')
        ? 'request'
        : mark.includes('*')
          ? 'curl'
          : null;
    yield { text: line.slice(mark.length), start: start + mark.length, from };
    start = end + 1;
  }
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/i;
const REQUEST_LINE = /^([A-Z]+)[ \t]+(\S+)[ \t]+HTTP\/\d/;
const FIELD = /^(:?[\w!#$%&'*+.^`|~-]+)[ \t]*:[ \t]*(.*)$/;
const CODE = /(?:set-cookie['"]?\s*[,:]?\s*|document\.cookie\s*=\s*)(["'`])(.+)\1/i;

/** What came before decides what a line is. */
class PasteReader {
  readonly #explicit: PastedCookie[] = [];
  readonly #bare: PastedCookie[] = [];
  readonly #rows: PastedCookie[] = [];
  readonly #fields: Field[] = [];
  readonly #text: string;
  #kind: PasteKind = 'fields';
  #within: 'head' | 'content' | 'request' | null = null;
  /** A name that stood alone on its line: its value is the next. */
  #name: string | null = null;
  #aside = 0;
  #hasRequestCookie = false;
  #url: string | null = null;
  #target: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  take(line: Line): void {
    const text = line.text.trimEnd();
    if (text === '') return this.#takeEmpty();
    if (line.from === 'curl') return;
    if (STATUS_LINE.test(text)) {
      this.#within = 'head';
      this.#kind = 'response';
      return;
    }
    const [, , target] = REQUEST_LINE.exec(text) ?? [];
    if (target !== undefined) {
      this.#within = 'request';
      this.#target = target;
      return;
    }
    if (this.#within === 'content' && line.from !== 'response') return this.#leave();
    if (this.#name !== null) return this.#takeField(this.#name, text, line.start);
    this.#takeLine(text, line);
  }

  result(): Paste {
    const isExplicit = this.#explicit.length > 0 || this.#kind === 'response';
    const rowsOrBare = this.#rows.length > 0 ? this.#rows : this.#bare;
    const taken = isExplicit ? this.#explicit : rowsOrBare;
    const kind = isExplicit ? this.#kind : this.#rows.length > 0 ? 'table' : 'bare';
    const aside = this.#aside + (taken === this.#bare ? 0 : this.#bare.length);
    const date = Date.parse(valueOf(this.#fields, 'date') ?? '');
    const cors = this.#fields.filter(([name]) => /^access-control-allow-/i.test(name));
    return {
      kind: taken.length === 0 ? 'nothing' : kind,
      ...limited(taken),
      aside,
      hasRequestCookie: this.#hasRequestCookie,
      url: this.#url,
      date: Number.isNaN(date) ? null : date,
      cors: cors.length > 0 ? cors : null,
    };
  }

  #takeEmpty(): void {
    this.#name = null;
    if (this.#within === 'head') this.#within = 'content';
    else if (this.#within === 'request') this.#within = null;
  }

  #takeLine(text: string, line: Line): void {
    const { start } = line;
    const [, name, value] = FIELD.exec(text) ?? [];
    if (name !== undefined && value !== undefined) {
      if (value === '' && name.toLowerCase() !== 'set-cookie') this.#leave();
      if (value === '') this.#name = name;
      else this.#takeField(name, value, start + text.length - value.length);
      return;
    }
    const [, , inCode] = CODE.exec(text) ?? [];
    if (inCode !== undefined) {
      this.#kind = 'code';
      const at = start + text.lastIndexOf(inCode);
      this.#explicit.push(this.#at(at, at + inCode.length));
      return;
    }
    if (/^set-cookie$/i.test(text)) {
      this.#name = text;
      return;
    }
    const row = cookieOfTableRow(line.text);
    if (row !== null) this.#rows.push(madeUp(row));
    else if (this.#within === null && text.includes('='))
      this.#bare.push(this.#at(start, start + text.length));
    else this.#leave();
  }

  #takeField(name: string, value: string, start: number): void {
    this.#name = null;
    const lower = name.toLowerCase();
    if (lower === 'set-cookie' && this.#within !== 'request') {
      this.#explicit.push(this.#at(start, start + value.length));
      return;
    }
    if (lower === 'cookie') this.#hasRequestCookie = true;
    if (lower === 'host' && this.#target !== null) this.#url = value + this.#target;
    if (/^\w+:\/\//.test(value) && (lower === 'request url' || lower === ':url')) this.#url = value;
    if (this.#within !== 'request') this.#fields.push([name, value]);
    this.#leave();
  }

  #at(start: number, end: number): PastedCookie {
    return { fieldValue: this.#text.slice(start, end), place: { start, end } };
  }

  #leave(): void {
    this.#aside += 1;
  }
}

function valueOf(fields: Fields, name: string): string | null {
  return fields.find(([written]) => written.toLowerCase() === name)?.[1] ?? null;
}
