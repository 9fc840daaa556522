import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compacted, indented } from '../../../src/jwt/json-layout.ts';

test('a member a line, as JSON.stringify would lay it out', () => {
  const value = { a: [1, { b: null }], empty: {}, none: [], text: 'x, {y}: "z" \\' };
  expect(indented(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
});

test.each([
  ['numbers keep their digits', '{"n":12345678901234567890,"m":1.10}'],
  ['members that stand twice stay', '{"a":1,"a":2}'],
  ['escapes stay escapes', '{"s\\u0075b":"\\u0041"}'],
])('%s', (_what, json) => {
  expect(compacted(indented(json))).toBe(json);
});

test('what is no JSON is left alone', () => {
  expect(indented('{"a":')).toBe('{"a":');
  expect(compacted('{ "a":')).toBe('{ "a":');
});

test('depth does not make it grow without end', () => {
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  expect(indented(deep).length).toBeLessThan(deep.length * 50);
});

test('any JSON means the same, laid out or not', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.parse(indented(json))).toEqual(JSON.parse(json));
      expect(compacted(indented(json))).toBe(compacted(json));
    }),
  );
});
