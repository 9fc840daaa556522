import { expect, test } from 'vitest';
import { passwordMatches } from '../../../src/server/password.ts';
import { labPasswordOf } from '../../../src/server/shop/lab-passwords.ts';
import { users } from '../../../src/server/shop/users.ts';

test.each(users.map((user) => [user.id, user] as const))(
  '%s has a salted hash of the known password',
  async (id, user) => {
    expect(await passwordMatches(labPasswordOf(id), user)).toBe(true);
    expect(await passwordMatches(`${labPasswordOf(id)} `, user)).toBe(false);
    expect(user.iterations).toBe(100_000);
  },
);

test('no two users share a salt', () => {
  expect(new Set(users.map(({ salt }) => salt)).size).toBe(users.length);
});
