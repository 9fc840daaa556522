import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formContent, parseFormContent } from '../../../src/http/form-content.ts';
import { httpDate } from '../../../src/http/http-date.ts';
import { reasonPhrase } from '../../../src/http/reason-phrase.ts';

test('a form is read in order, duplicates included', () => {
  expect(parseFormContent('?a=1&b=two+words&a=%EB%B9%B5&&c')).toEqual([
    ['?a', '1'],
    ['b', 'two words'],
    ['a', '빵'],
    ['c', ''],
  ]);
});

test('a form survives writing and reading', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (entries) => {
      expect(parseFormContent(formContent(entries))).toEqual(entries);
    }),
  );
});

test('a date is written as IMF-fixdate', () => {
  expect(httpDate(784_111_777_000)).toBe('Sun, 06 Nov 1994 08:49:37 GMT');
});

test('a status has its reason phrase, or none', () => {
  expect([200, 303, 401, 418].map(reasonPhrase)).toEqual(['OK', 'See Other', 'Unauthorized', '']);
});
