import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isNoCorsSafelisted,
  isSafelistedMethod,
  unsafeFieldNames,
} from '../../../../src/browser/cors/safelisted-request.ts';

test.each([
  ['GET', true],
  ['HEAD', true],
  ['POST', true],
  ['PUT', false],
  ['post', false],
  ['PATCH', false],
  ['OPTIONS', false],
])('method %s: safelisted %s', (method, expected) => {
  expect(isSafelistedMethod(method)).toBe(expected);
});

describe('a field of its own needs a preflight unless a form could have sent it', () => {
  test.each([
    ['Accept', 'text/html, */*;q=0.8', true],
    ['Accept', 'a"b', false],
    ['Accept', 'a@b', false],
    ['Accept', 'x'.repeat(128), true],
    ['Accept', 'x'.repeat(129), false],
    ['Accept-Language', 'ko-KR, en;q=0.8', true],
    ['Accept-Language', 'a@b', false],
    ['Content-Language', 'ko', true],
    ['Content-Type', 'text/plain;charset=x', true],
    ['Content-Type', 'TEXT/PLAIN', true],
    ['Content-Type', 'application/x-www-form-urlencoded', true],
    ['Content-Type', 'multipart/form-data; boundary=x', true],
    ['Content-Type', 'application/json', false],
    ['Content-Type', 'text/plain; a="b"', false],
    ['Content-Type', 'text/plain\u0001', false],
    ['Range', 'bytes=0-10', true],
    ['Range', 'bytes=5-', true],
    ['Range', 'bytes=-10', false],
    ['Range', 'bytes=9-3', false],
    ['Save-Data', 'on', true],
    ['DPR', '1.5', true],
    ['DPR', 'two', false],
    ['Authorization', 'Bearer x', false],
    ['X-A', '1', false],
  ])('%s: %s → safelisted %s', (name, value, expected) => {
    expect(unsafeFieldNames([[name, value]])).toEqual(expected ? [] : [name.toLowerCase()]);
  });

  test('names are sorted, in lower case, each once', () => {
    const names = unsafeFieldNames([
      ['X-B', '1'],
      ['x-a', '2'],
      ['X-b', '3'],
      ['Content-Type', 'application/json'],
    ]);
    expect(names).toEqual(['content-type', 'x-a', 'x-b']);
  });

  test('together they may take 1,024 octets', () => {
    const languages = (count: number) =>
      Array.from({ length: count }, () => ['Accept-Language', 'a'.repeat(128)] as const);
    expect(unsafeFieldNames(languages(8))).toEqual([]);
    expect(unsafeFieldNames(languages(9))).toEqual(['accept-language']);
  });

  test('any name and any value have an answer', () => {
    const value = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), value), { maxLength: 5 }), (fields) => {
        const names = unsafeFieldNames(fields);
        expect(names).toEqual([...new Set(names)].sort());
      }),
    );
  });
});

test.each([
  ['Accept', 'text/x', true],
  ['Content-Type', 'text/plain', true],
  ['Content-Type', 'application/json', false],
  ['Range', 'bytes=0-1', false],
  ['X-A', '1', false],
])('without CORS script may set %s: %s → %s', (name, value, expected) => {
  expect(isNoCorsSafelisted([name, value])).toBe(expected);
});
