/** What a cookie's value looks like; a guess. */
export type ValueShape =
  'empty' | 'jwt' | 'serialised-object' | 'personal-data' | 'guessable' | 'random' | 'other';

/** The longest that is looked at: what is large says so by itself. */
const LONGEST = 8192;

const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;
const E_MAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/;
/** A Korean mobile number, a resident registration number, a card number with its groups. */
const PERSONAL_NUMBER =
  /\b01[016789]-?\d{3,4}-?\d{4}\b|\b\d{6}-[1-8]\d{6}\b|\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}\b/;
/** JSON; PHP's `a:1:{`; Java's `rO0`, Python's pickle and .NET's binary formatter in base64. */
const SERIALISED = /^[[{"]|^[aOs]:\d+:[{"]|^rO0AB|^gASV|^gAN|^AAEAAAD/;

/** Looks at a value as it stands, without its percent signs, and without its base64. */
export function shapeOf(value: string): ValueShape {
  const text = value.slice(0, LONGEST).replace(/^"|"$/g, '');
  if (text === '') return 'empty';
  if (JWT.test(text)) return 'jwt';
  const readings = [text, withoutPercent(text), fromBase64(withoutPercent(text))];
  if (readings.some((reading) => E_MAIL.test(reading) || PERSONAL_NUMBER.test(reading)))
    return 'personal-data';
  if (readings.some((reading) => SERIALISED.test(reading))) return 'serialised-object';
  const bits = entropyAtMost(text);
  if (bits < 64) return /^(?:\d+|[a-z]{1,12})$/i.test(text) ? 'guessable' : 'other';
  return bits >= 128 ? 'random' : 'other';
}

/**
 * Bits of entropy that a value can have at most: its length times what one of its letters can tell, by the kinds of
 * letters in it. Whether they were drawn at random nobody can see from one value.
 */
export function entropyAtMost(value: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[0-9]/, 10],
    [/[a-f]/, 6],
    [/[g-z]/, 20],
    [/[A-F]/, 6],
    [/[G-Z]/, 20],
    [/[^0-9a-zA-Z]/, 2],
  ];
  const letters = kinds.reduce((sum, [kind, count]) => sum + (kind.test(value) ? count : 0), 0);
  const different = new Set(value).size;
  const each = Math.min(Math.log2(Math.max(letters, 1)), Math.log2(Math.max(different, 1)) + 1);
  return Math.floor(value.length * each);
}

function withoutPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string {
  if (!/^[\w+/-]{8,}={0,2}$/.test(text)) return '';
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
