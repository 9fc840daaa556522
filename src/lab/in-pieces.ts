/** Code units of one piece, of two octets at the most: 48 KB. */
export const pieceLength = 24_000;

/** A text cut into pieces that make it again when they are joined. */
export function inPieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, index) =>
    text.slice(index * pieceLength, (index + 1) * pieceLength),
  );
}
