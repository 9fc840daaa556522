/** Breaks a line, or cannot be seen, in one language or another. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g; // eslint-disable-line no-control-regex

function asUnicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Half of a pair is no character. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** As JavaScript, and with these escapes PHP and Ruby too, read a text in single quotes. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&').replaceAll(UNSEEN, '')}'`;
}

/** As Java, Go, C# and Python read a text in double quotes. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(wellFormed(text)).replaceAll(UNSEEN, asUnicodeEscape);
}

/** As a Java properties file has the value of a key. */
export function propertyValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/^[ \t]/, '\\$&')
    .replaceAll(/[^\x20-\x7e]/g, asUnicodeEscape);
}

/** As nginx reads a text in double quotes; it has no way to write a dollar sign. */
export function nginxQuoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&').replaceAll(UNSEEN, '')}"`;
}
