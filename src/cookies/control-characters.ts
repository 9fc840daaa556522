import { chromiumRule, cookieRule, type Refusal } from './refusal.ts';

/** A `Set-Cookie` value with any control character but HTAB is ignored altogether (6265bis §5.6, step 1). */
export function refuseControlCharacters(fieldValue: string): Refusal | null {
  const code = firstControlCharacter(fieldValue);
  if (code === null) return null;
  const character = `%x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  return { code: 'control-character', rule: cookieRule('5.6'), values: { character } };
}

/** Chromium takes tabs around a name or a value for white space, and refuses the field for one within. */
export function refuseTabWithin(trimmedTexts: readonly string[]): Refusal | null {
  if (!trimmedTexts.some((text) => text.includes('\t'))) return null;
  return { code: 'control-character', rule: chromiumRule, values: { character: '%x09' } };
}

function firstControlCharacter(text: string): number | null {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return code;
  }
  return null;
}
