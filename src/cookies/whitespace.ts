/** Without spaces and tabs at both ends: the only white space that cookies know (6265bis §5.6). */
export function trimWhitespace(text: string): string {
  return text.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
}
