import { describe, expect, test } from 'vitest';
import { attacks } from '../../../../src/lab/attacks/attacks.ts';
import { defences } from '../../../../src/lab/attacks/defences.ts';
import { runMatrix } from '../../../../src/lab/attacks/run-matrix.ts';
import { testLab } from '../test-lab.ts';
import { rowOf } from './row.ts';
import { expected } from './expected.ts';

test('every attack has a row of what stops it', () => {
  expect(Object.keys(expected).toSorted()).toEqual(attacks.map(({ id }) => id).toSorted());
});

/** Those that need script are run where there is a sandbox for it: `tests/components/script`. */
const withoutScript = attacks.filter(({ needsScript }) => !needsScript);

test.each(withoutScript)('$id', async (attack) => {
  const row = await rowOf(attack, testLab);
  expect(row.stopped).toEqual(expected[attack.id]);
  expect(row.undefended).toBe(true);
});

describe('running the matrix', () => {
  test('ends before the next cell when it is called off', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const cells = [];
    for await (const cell of runMatrix({
      attacks: withoutScript,
      defences,
      newLab: testLab,
      signal,
    })) {
      cells.push(cell);
      if (cells.length === 2) controller.abort();
    }
    expect(cells.map(({ attack, defence }) => [attack, defence])).toEqual([
      ['sniffing', null],
      ['sniffing', 'output-escaping'],
    ]);
  });
});
