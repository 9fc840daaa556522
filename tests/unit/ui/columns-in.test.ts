import { expect, test } from 'vitest';
import { columnsIn } from '../../../src/ui/stage/columns-in.ts';

test.each([
  ['a laptop beside a lesson', 1000 / 16, 3],
  ['three columns just fit', 900 / 16, 3],
  ['and just do not', 899 / 16, 2],
  ['a tablet', 532 / 16, 1],
  ['two columns and a strip', 644 / 16, 2],
  ['the laptop in large type', 942 / 22, 2],
] as const)('%s', (_, width, columns) => {
  expect(columnsIn(width)).toBe(columns);
});
