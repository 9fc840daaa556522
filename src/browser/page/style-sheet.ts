const comment = /\/\*[^]*?(?:\*\/|$)/g;
/** An escaped ASCII letter or digit: the same as the character itself, wherever it stands (CSS Syntax §4.3.7). */
const hexEscape = /\\([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?/gi;
const letterEscape = /\\([g-z_-])/gi;
const importRule = /@import(?:"[^"]*"|'[^']*'|\([^)]*\)?|[^;"'(])*;?/gi;
/** Every CSS function that can name something to be loaded. */
const loadingFunction =
  /(?:url|src|image|image-set|cross-fade|element)\((?:"[^"]*"|'[^']*'|[^)"'])*\)?/gi;

/** A style sheet's text without anything that would make the real browser load something. */
export function withoutLoading(css: string): string {
  return css
    .replace(comment, ' ')
    .replace(hexEscape, unescapeAlphanumeric)
    .replace(letterEscape, '$1')
    .replace(importRule, ' ')
    .replace(loadingFunction, 'none');
}

function unescapeAlphanumeric(escape: string, digits: string): string {
  const character = String.fromCharCode(Number.parseInt(digits, 16) & 0xff_ff);
  return Number.parseInt(digits, 16) < 0x80 && /[a-z0-9_-]/i.test(character) ? character : escape;
}
