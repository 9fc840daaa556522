import { expect, test } from 'vitest';
import {
  withAttribute,
  withName,
  withoutAttribute,
  withValue,
} from '../../../../src/lab/cookie-case/change/set-cookie-text.ts';

test.each([
  ['a=1', 'a=1; Secure'],
  ['a=1; Secure', 'a=1; Secure'],
  ['a=1; secure; Path=/', 'a=1; Secure; Path=/'],
  ['a=1; Secure=x; Path=/; secure', 'a=1; Path=/; Secure'],
  ['a=1;Path=/;', 'a=1; Path=/; Secure'],
  ['', '; Secure'],
])('%s with Secure is %s', (before, after) => {
  expect(withAttribute(before, 'Secure', null)).toBe(after);
});

test.each([
  ['a=1; path=/a; Path=/b', 'a=1; Path=/'],
  ['a=1', 'a=1; Path=/'],
])('the path of %s is set once', (before, after) => {
  expect(withAttribute(before, 'Path', '/')).toBe(after);
});

test('the rest stays as it was written', () => {
  expect(withoutAttribute('a=b=c; Domain=x; foo; DOMAIN=y;Path=/', 'Domain')).toBe(
    'a=b=c; foo; Path=/',
  );
  expect(withValue('a=b=c; Path=/', '2')).toBe('a=2; Path=/');
  expect(withName('__Host-a=b=c; Path=/', 'a')).toBe('a=b=c; Path=/');
});
