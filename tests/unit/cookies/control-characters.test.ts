import { expect, test } from 'vitest';
import {
  refuseControlCharacters,
  refuseTabWithin,
} from '../../../src/cookies/control-characters.ts';

test.each([
  ['a=1; Path=/', null],
  ['a=\t1', null],
  ['a=빵', null],
  ['a=\u0080', null],
  ['a=\u0000', '%x00'],
  ['a=1\n', '%x0A'],
  ['a=\u001f', '%x1F'],
  ['a=\u007f', '%x7F'],
])('%j: %s', (fieldValue, character) => {
  expect(refuseControlCharacters(fieldValue)?.values['character'] ?? null).toBe(character);
});

test.each([
  [['a', '1'], null],
  [['a\tb', '1'], '%x09'],
  [['a', '1\t2'], '%x09'],
])('a tab within %j: %s', (texts, character) => {
  expect(refuseTabWithin(texts)?.values['character'] ?? null).toBe(character);
});
