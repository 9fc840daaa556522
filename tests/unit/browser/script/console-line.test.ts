import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { consoleScript } from '../../../../src/browser/script/console-line.ts';

/** Runs lines one after the other in one realm; gives what the last one came to. */
async function lastValue(...lines: readonly string[]): Promise<unknown> {
  const context = createContext({ line: { value: undefined, promise: undefined } });
  for (const typed of lines) {
    runInContext('line = { value: undefined, promise: undefined }', context);
    runInContext(consoleScript(typed, 'line').text, context);
    await runInContext('line.promise', context);
  }
  return runInContext('line.value', context);
}

test.each<[lines: readonly string[], value: unknown]>([
  [['1 + 1'], 2],
  [['1 + 1; // two'], 2],
  [['({ a: 1 }).a'], 1],
  [['{ a: 1 }'], { a: 1 }],
  [['const x = 1; x'], 1],
  [['const x = 1', 'x + 1'], 2],
  [['const x = 1', 'const x = 2', 'x'], 2],
  [['let { a, b: [c] } = { a: 1, b: [2] }', 'a + c'], 3],
  [['class A { one() { return 1; } }', 'class A { one() { return 2; } }', 'new A().one()'], 2],
  [['function f() { return 3; }', 'f()'], 3],
  [['if (true) 5; else 6'], 5],
  [['let n = 0; for (const i of [1, 2]) n += i;'], 3],
  [['try { null.x } catch { "caught" }'], 'caught'],
  [['var x = 1'], undefined],
  [['"use strict"; 4'], 4],
  [['await Promise.resolve(7)'], 7],
  [['const x = await Promise.resolve(8); x + 1'], 9],
  [['const x = await Promise.resolve(8)', 'const x = 1; x'], 1],
  [['const { a, ...rest } = await Promise.resolve({ a: 1, b: 2 })', 'rest.b'], 2],
  [['const [p, q = 4] = await Promise.resolve([3])', 'p + q'], 7],
  [['await null; function g() { return 10; }', 'g()'], 10],
  [['await null; class B { static two = 2 }', 'B.two'], 2],
  [['let m = 0; for await (const i of [1, 2]) m += i; m'], 3],
  [['const f = async () => await 1; typeof f'], 'function'],
])('%j comes to %j', async (lines, value) => {
  expect(await lastValue(...lines)).toEqual(value);
});

test.each(['1 +', 'const', '}{', 'await'])('%j stays as it is', (typed) => {
  expect(consoleScript(typed, 'line')).toEqual({ text: typed, place: 'line', isAsync: false });
});
