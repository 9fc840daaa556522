import { expect, test } from 'vitest';
import { isLanguage, preferredLanguage } from '../../../src/ui/shell/language.ts';

test.each([
  [['ko-KR', 'en'], 'ko'],
  [['de', 'KO', 'en'], 'ko'],
  [['en-GB', 'ko'], 'en'],
  [['fr', 'de-AT'], 'en'],
  [['kok'], 'en'],
  [[], 'en'],
])('who wants %j reads %s', (wanted, expected) => {
  expect(preferredLanguage(wanted)).toBe(expected);
});

test('only what there is is a language', () => {
  expect(['en', 'ko', 'de', 'EN', '', undefined].map(isLanguage)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
