import { isJson } from './is-json.ts';

/** A string with its quotes, white space, or one character of any other kind. */
const piece = /"[^"\\]*(?:\\.[^"\\]*)*"|\s+|[{}[\],:]|[^\s"{}[\],:]+|"/gs;

/** Deeper than this nothing is moved further to the right: text made to be deep would grow without end. */
const deepest = 20;

/**
 * The same JSON text over several lines, a member a line. Letter for letter the same but for white space between
 * its tokens: numbers keep their digits, members that stand twice stay. A text that is no JSON comes back as it is.
 */
export function indented(json: string): string {
  if (!isJson(json)) return json;
  let text = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, deepest))}`;
  const tokens = tokensOf(json);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1] ?? '';
    const isEmpty = closes(next);
    if (opens(token)) {
      depth += 1;
      text += isEmpty ? token : token + line();
    } else if (closes(token)) {
      depth -= 1;
      text += opens(tokens[index - 1] ?? '') ? token : line() + token;
    } else text += token === ',' ? token + line() : token === ':' ? ': ' : token;
  }
  return text;
}

/** The same JSON text without white space between its tokens; a text that is no JSON comes back as it is. */
export function compacted(json: string): string {
  return isJson(json) ? tokensOf(json).join('') : json;
}

function tokensOf(json: string): readonly string[] {
  return (json.match(piece) ?? []).filter((token) => token.trim() !== '');
}

function opens(token: string): boolean {
  return token === '{' || token === '[';
}

function closes(token: string): boolean {
  return token === '}' || token === ']';
}
