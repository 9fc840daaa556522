/** Without spaces and tabs at both ends: the only white space that cookies know (6265bis §5.6). */
export function trimWhitespace(text: string): string {
  return trimmedPart(text, 0, text.length);
}

/** The same of the part of a text from one place up to another. */
export function trimmedPart(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start < end && isWhitespace(text.charCodeAt(start))) start += 1;
  // A regular expression would look for the end from every space in the middle.
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
