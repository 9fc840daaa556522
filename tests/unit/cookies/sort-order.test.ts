import { expect, test } from 'vitest';
import {
  compareByCreation,
  compareByLastAccess,
  compareForSending,
} from '../../../src/cookies/sort-order.ts';
import { cookie, NOW } from './access.ts';

const first = cookie({ name: 'first' });
const deep = cookie({ name: 'deep', path: '/a/b', creationTime: NOW + 9, creationNumber: 9 });
const second = cookie({ name: 'second', creationNumber: 2 });
const later = cookie({ name: 'later', creationTime: NOW + 1, creationNumber: 3 });
const all = [later, second, deep, first];
const names = (compare: typeof compareByCreation) => all.toSorted(compare).map(({ name }) => name);

test.each([
  [
    'for sending: long paths first, then the older',
    compareForSending,
    ['deep', 'first', 'second', 'later'],
  ],
  ['by creation: time, then number', compareByCreation, ['first', 'second', 'later', 'deep']],
  [
    'by last access, and where that is equal by creation',
    compareByLastAccess,
    ['first', 'second', 'later', 'deep'],
  ],
])('%s', (_, compare, order) => {
  expect(names(compare)).toEqual(order);
});

test('what was used lately comes after what was not', () => {
  const used = cookie({ lastAccessTime: NOW + 60_000 });
  expect([used, deep].toSorted(compareByLastAccess)).toEqual([deep, used]);
});
