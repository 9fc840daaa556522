import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';

/** All that is neither HTAB nor printable nor beyond ASCII. */
const CONTROL_CHARACTER = /[^\t -~\u0080-\uffff]/;

/** A `Set-Cookie` value with any control character but HTAB is ignored altogether (6265bis §5.6, step 1). */
export function refuseControlCharacters(fieldValue: string): Refusal | null {
  const index = fieldValue.search(CONTROL_CHARACTER);
  if (index < 0) return null;
  const code = fieldValue.charCodeAt(index);
  const character = `%x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  return { code: 'control-character', rule: cookieRule('5.6'), values: { character } };
}

/** Chromium takes tabs around a name or a value for white space, and refuses the field for one within. */
export function refuseTabWithin(trimmedTexts: readonly string[]): Refusal | null {
  if (!trimmedTexts.some((text) => text.includes('\t'))) return null;
  return { code: 'control-character', rule: chromiumRule, values: { character: '%x09' } };
}
