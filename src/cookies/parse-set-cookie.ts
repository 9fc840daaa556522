import { refuseControlCharacters, refuseTabWithin } from './control-characters.ts';
import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';
import { refuseTooLarge } from './size-limits.ts';
import { trimWhitespace } from './whitespace.ts';

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
  const [pair = '', ...attributes] = fieldValue.split(';');
  const { name, value } = parsePair(pair);
  const text = { name, value, attributes: attributes.map(parseAttribute) };
  const refusal = verdictOn(fieldValue, text);
  return refusal === null ? { ok: true, text } : { ok: false, name, refusal };
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
function parsePair(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  return {
    name: trimWhitespace(pair.slice(0, Math.max(equals, 0))),
    value: trimWhitespace(pair.slice(equals + 1)),
  };
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

function parseAttribute(text: string): AttributeText {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: trimWhitespace(text), value: '' };
  return {
    name: trimWhitespace(text.slice(0, equals)),
    value: trimWhitespace(text.slice(equals + 1)),
  };
}
