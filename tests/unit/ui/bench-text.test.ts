import { expect, test } from 'vitest';
import { differingBits } from '../../../src/ui/bench/differing-bits.ts';
import { forSomebodyElse } from '../../../src/ui/bench/for-somebody-else.ts';

test.each([
  ['00', '00', 0],
  ['00', 'ff', 8],
  ['0f', '1e', 2],
  ['a5a5', '5a5a', 16],
])('%s and %s differ in %i bits', (one, other, bits) => {
  expect(differingBits(one, other)).toBe(bits);
});

test('a payload is written for Bob, and left alone where it is no JSON', () => {
  expect(forSomebodyElse('{"sub":"alice","exp":1}')).toBe('{"sub":"bob","exp":1}');
  expect(forSomebodyElse('{"sub":')).toBe('{"sub":');
});
