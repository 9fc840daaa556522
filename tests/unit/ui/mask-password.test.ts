import { expect, test } from 'vitest';
import { maskPassword } from '../../../src/ui/wire/mask-password.ts';

test.each([
  ['username=alice&password=butter', 'username=alice&password=••••••'],
  ['password=a%26b&next=', 'password=••••••&next='],
  ['{"username":"alice","password":"butter"}', '{"username":"alice","password":"••••••"}'],
  [String.raw`{ "password" : "a\"b", "next": "" }`, '{ "password" : "••••••", "next": "" }'],
  ['product=password', 'product=password'],
])('%s is told as %s', (content, told) => {
  expect(maskPassword(content)).toBe(told);
});
