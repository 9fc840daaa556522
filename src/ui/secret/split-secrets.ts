/** A piece of a text: plain, the value of a known key, or something shaped like a JWT. */
export interface Piece {
  readonly kind: 'plain' | 'secret' | 'token';
  readonly text: string;
}

/** JWS compact serialization whose header begins as JSON does: `{"` is `eyJ` (RFC 7515 §7.1). */
const compactToken = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** What may be a key: a run of token characters and percent escapes, or the pieces between their dots. */
const word = /[\w.~+/%-]+={0,2}/g;
const part = /[\w~+-]+/g;

/** Splits a text into plain pieces, known keys and tokens; the pieces joined give the text again. */
export function splitSecrets(text: string, secrets: ReadonlySet<string>): Piece[] {
  const pieces = split(
    text,
    compactToken,
    (found) => [{ kind: 'token', text: found }],
    (between) => split(between, word, (found) => inWord(found, secrets), plain),
  );
  return joinPlain(pieces);
}

function inWord(text: string, secrets: ReadonlySet<string>): Piece[] {
  if (secrets.has(text)) return [{ kind: 'secret', text }];
  return split(
    text,
    part,
    (found) => [{ kind: secrets.has(found) ? 'secret' : 'plain', text: found }],
    plain,
  );
}

function plain(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'plain', text }];
}

function split(
  text: string,
  pattern: RegExp,
  onFound: (found: string) => Piece[],
  onBetween: (between: string) => Piece[],
): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(...onBetween(text.slice(end, match.index)), ...onFound(match[0]));
    end = match.index + match[0].length;
  }
  pieces.push(...onBetween(text.slice(end)));
  return pieces;
}

function joinPlain(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'plain' && last?.kind === 'plain') {
      joined[joined.length - 1] = { kind: 'plain', text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}
