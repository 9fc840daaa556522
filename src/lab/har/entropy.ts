/** Kinds of characters that identifiers are written in, with the bits that one character of them holds at most. */
const ALPHABETS: readonly (readonly [RegExp, number])[] = [
  [/^\d+$/, Math.log2(10)],
  [/^[0-9a-f-]+$/i, 4],
  [/^[0-9a-z]+$/, Math.log2(36)],
  [/^[\w+/=~-]+$/, 6],
];

/**
 * How many bits a text could hold: by its alphabet, and by how evenly it uses its characters (Shannon), whichever
 * is less. An estimate from outside: a counter in disguise looks as random as a key.
 */
export function entropyBits(text: string): number {
  if (text === '') return 0;
  const perCharacter = ALPHABETS.find(([pattern]) => pattern.test(text))?.[1] ?? 6.5;
  return Math.floor(text.length * Math.min(perCharacter, shannon(text) * LITTLE_TEXT));
}

/** A short random text repeats fewer characters than its alphabet has: it holds somewhat more than it shows. */
const LITTLE_TEXT = 1.25;

function shannon(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}
