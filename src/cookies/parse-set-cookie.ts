import { refuseControlCharacters, refuseTabWithin } from './control-characters.ts';
import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';
import { refuseTooLarge } from './size-limits.ts';
import { trimmedPart } from './whitespace.ts';

const EQUALS_SIGN = 0x3d;

/** One attribute as it was written; `value` is empty where it has none. */
export interface AttributeText {
  readonly name: string;
  readonly value: string;
}

/** A `Set-Cookie` field value taken apart; what the attributes mean is not decided yet. */
export interface SetCookieText {
  readonly name: string;
  readonly value: string;
  readonly attributes: readonly AttributeText[];
}

export type ParsedSetCookie =
  | { readonly ok: true; readonly text: SetCookieText }
  | { readonly ok: false; readonly name: string; readonly refusal: Refusal };

/**
 * Takes a `Set-Cookie` field value apart: the name-value pair up to the first semicolon, then the
 * attributes (6265bis §5.6). Never throws.
 */
export function parseSetCookie(fieldValue: string): ParsedSetCookie {
  let end = endOfPart(fieldValue, 0);
  const { name, value } = pairIn(fieldValue, 0, end);
  const attributes: AttributeText[] = [];
  while (end < fieldValue.length) {
    const start = end + 1;
    end = endOfPart(fieldValue, start);
    attributes.push(attributeIn(fieldValue, start, end));
  }
  const text = { name, value, attributes };
  const refusal = verdictOn(fieldValue, text);
  return refusal === null ? { ok: true, text } : { ok: false, name, refusal };
}

/** Where the part that begins there ends: at the next semicolon, or with the text. */
function endOfPart(fieldValue: string, start: number): number {
  const semicolon = fieldValue.indexOf(';', start);
  return semicolon < 0 ? fieldValue.length : semicolon;
}

/** Where the part's first equals sign is; -1 when it has none. */
function equalsIn(fieldValue: string, start: number, end: number): number {
  // Looking for it beyond the part's end would read the rest of the field once for every part.
  for (let place = start; place < end; place += 1)
    if (fieldValue.charCodeAt(place) === EQUALS_SIGN) return place;
  return -1;
}

function verdictOn(fieldValue: string, text: SetCookieText): Refusal | null {
  const { name, value } = text;
  return (
    refuseControlCharacters(fieldValue) ??
    (fieldValue.includes('\t') ? refuseTabs(text) : null) ??
    refuseEmpty(name, value) ??
    refuseAmbiguous(name, value) ??
    refuseTooLarge(name, value)
  );
}

function refuseTabs({ name, value, attributes }: SetCookieText): Refusal | null {
  const texts = attributes.flatMap((attribute) => [attribute.name, attribute.value]);
  return refuseTabWithin([name, value, ...texts]);
}

/** Without an equals sign all of it is the value of a nameless cookie. */
function pairIn(fieldValue: string, start: number, end: number): AttributeText {
  const equals = equalsIn(fieldValue, start, end);
  if (equals < 0) return { name: '', value: trimmedPart(fieldValue, start, end) };
  return halvesOf(fieldValue, start, equals, end);
}

function refuseEmpty(name: string, value: string): Refusal | null {
  return name === '' && value === ''
    ? { code: 'empty', rule: cookieRule('5.6'), values: {} }
    : null;
}

/** A nameless cookie is sent as its bare value: with an equals sign in it, the server would read a name. */
function refuseAmbiguous(name: string, value: string): Refusal | null {
  if (name !== '' || !value.includes('=')) return null;
  return { code: 'nameless-with-equals-sign', rule: chromiumRule, values: { value } };
}

function attributeIn(fieldValue: string, start: number, end: number): AttributeText {
  const equals = equalsIn(fieldValue, start, end);
  if (equals < 0) return { name: trimmedPart(fieldValue, start, end), value: '' };
  return halvesOf(fieldValue, start, equals, end);
}

function halvesOf(fieldValue: string, start: number, equals: number, end: number): AttributeText {
  return {
    name: trimmedPart(fieldValue, start, equals),
    value: trimmedPart(fieldValue, equals + 1, end),
  };
}
