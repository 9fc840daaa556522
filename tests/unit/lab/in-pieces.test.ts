import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPieces, pieceLength } from '../../../src/lab/in-pieces.ts';

test.each([
  [0, 0],
  [1, 1],
  [pieceLength, 1],
  [pieceLength + 1, 2],
  [3 * pieceLength, 3],
])('a text of %i code units makes %i pieces', (length, count) => {
  expect(inPieces('x'.repeat(length))).toHaveLength(count);
});

test('the pieces make the text again, and none is longer than the browser takes at once', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(4000), (text, times) => {
      const long = `${text}🍞`.repeat(times);
      const pieces = inPieces(long);
      expect(pieces.join('')).toBe(long);
      expect(pieces.every(({ length }) => length > 0 && length * 2 < 64 * 1024)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
