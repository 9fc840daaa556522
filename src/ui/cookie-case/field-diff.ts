/** One piece of a `Set-Cookie` field: the pair, or an attribute with the semicolon before it. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface FieldDiff {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** What was taken out of one field value, and what was put into the other. */
export function fieldDiff(before: string, after: string): FieldDiff {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  return { before: marked(old, now), after: marked(now, old) };
}

function marked(pieces: readonly string[], others: readonly string[]): readonly Piece[] {
  const known = new Set(others.map((text) => text.toLowerCase()));
  return pieces.map((text) => ({ text, changed: !known.has(text.toLowerCase()) }));
}

/** A long value says no more than its beginning. */
const longest = 160;

function piecesOf(fieldValue: string): readonly string[] {
  return fieldValue.split(';').map((part, place) => {
    const text = part.trim();
    const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
    return place === 0 ? short : `; ${short}`;
  });
}
