import type { PasswordHash } from '../password.ts';

export interface User extends PasswordHash {
  readonly id: string;
  /** As it is written in English; pages have it in their own language. */
  readonly name: string;
}

/** The shop's customers. Their passwords are known to everybody who plays with the lab, see `lab-passwords.ts`. */
export const users: readonly User[] = [
  {
    id: 'alice',
    name: 'Alice',
    passwordHash: '37c8a096ea5c637d8300a1df0d7fdeb1a84972b747a8c3706d76d2d544ac7be1',
    salt: '170d4d84e201ec4b2d90452be085687f',
    iterations: 100_000,
  },
  {
    id: 'bob',
    name: 'Bob',
    passwordHash: '3dcbc7300310f907817d4cc071a20a0ea01db28ca8db357210dfb39d6420604d',
    salt: '50d5ca918a5482f4975b336b7ec7aa34',
    iterations: 100_000,
  },
];

export function findUser(id: string): User | undefined {
  return users.find((user) => user.id === id);
}
