import { words } from './words.ts';

/** What people do to a word that is to become a password, the word itself first. */
const habits: readonly ((word: string) => string)[] = [
  (word) => word,
  capitalised,
  (word) => word.toUpperCase(),
  ...['1', '12', '123', '1234', '!', '1!', '123!', '00', '01', '007', '69', '77', '88', '99'].map(
    (ending) => (word: string) => word + ending,
  ),
  ...['1', '123', '!', '1!', '2024', '2025', '2026'].map(
    (ending) => (word: string) => capitalised(word) + ending,
  ),
  // The year in which one was born, or is.
  ...Array.from({ length: 37 }, (_, index) => (word: string) => word + String(1990 + index)),
  (word) => word.replaceAll('a', '@'),
  (word) => word.replaceAll('e', '3'),
  (word) => word.replaceAll('o', '0'),
  (word) => word.replaceAll('i', '1'),
  (word) => `my${word}`,
  (word) => `${word}key`,
  (word) => `${word}secret`,
  (word) => word + word,
];

export const candidateCount = words.length * habits.length;

/** Every entry of the dictionary: each word, and then what the usual habits make of it. */
export function* candidates(): Generator<string> {
  for (const word of words) for (const change of habits) yield change(word);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
