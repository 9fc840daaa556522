import { expect, test } from 'vitest';
import { measureLookUps } from '../../../../src/lab/load/look-ups.ts';

const quietly = { pause: async () => undefined, progress: () => undefined };

test('times look-ups at each size, and the size of a row', async () => {
  let now = 0;
  const measured = await measureLookUps({
    ...quietly,
    sizes: [10, 1000],
    monotonicNow: () => (now += 5),
    signal: new AbortController().signal,
  });
  expect(measured?.times).toEqual([
    { rows: 10, nanoseconds: 500 },
    { rows: 1000, nanoseconds: 500 },
  ]);
  expect(measured?.rowOctets).toBeGreaterThan(150);
});

test('is called off between two pieces', async () => {
  const calledOff = new AbortController();
  const done: number[] = [];
  const measured = await measureLookUps({
    sizes: [1_000_000],
    monotonicNow: () => 0,
    pause: async () => {
      calledOff.abort();
    },
    progress: (rows) => done.push(rows),
    signal: calledOff.signal,
  });
  expect(measured).toBeNull();
  expect(done).toEqual([20_000]);
});
