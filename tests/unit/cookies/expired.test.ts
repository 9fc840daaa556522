import { expect, test } from 'vitest';
import { isExpired } from '../../../src/cookies/expired.ts';
import { cookie, NOW } from './access.ts';

test.each([
  ['one of the session', null, false],
  ['one that ends now', NOW, true],
  ['one that ends in a millisecond', NOW + 1, false],
  ['one that ended long ago', 0, true],
])('%s', (_, expiryTime, expired) => {
  expect(isExpired(cookie({ expiryTime }), NOW)).toBe(expired);
});
