import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCaseFile, readCases } from './case-file.ts';
import { runCases } from './run-cases.ts';
import { summaryOf } from './summary.ts';

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

test.each(readdirSync(folder))('%s: every case comes out as expected', async (name) => {
  const file = readCaseFile(folder + name);
  if (!file.ok) throw new Error(file.problem);
  const results = await runCases(file.cases);
  expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(results.some(({ outcome }) => outcome === 'passed')).toBe(true);
});

test('says in which group which case failed, what was expected, and what came', async () => {
  const ctx = { kind: 'typed' };
  const url = 'https://shop.example/';
  const file = readCases({
    cases: [
      { id: 'right', group: 'g', steps: [{ op: 'get', url, ctx, header: '' }] },
      { id: 'wrong', group: 'g', steps: [{ op: 'get', url, ctx, header: 'a=1' }] },
      { id: 'http', group: 'g', tags: ['http-layer'], steps: [{ op: 'get', url, ctx }] },
    ],
  });
  if (!file.ok) throw new Error(file.problem);
  expect(summaryOf(await runCases(file.cases))).toEqual([
    'g: 1 passed, 1 failed (1 not scored)',
    '  FAILED wrong: expected Cookie "a=1", got Cookie "" (step 1)',
  ]);
});

test('where the suite and Chromium disagree, Chromium is right', async () => {
  const step = { op: 'get', url: 'https://shop.example/', ctx: { kind: 'nav' }, header: 'a=1' };
  const one = {
    id: 'x',
    group: 'g',
    steps: [step],
    chromium: { pass: false, got: [{ header: '' }] },
  };
  const file = readCases({ cases: [one] });
  if (!file.ok) throw new Error(file.problem);
  expect(await runCases(file.cases)).toMatchObject([{ outcome: 'passed' }]);
});

test.each([
  ['nothing', {}, 'at cases: '],
  ['cases of no kind', { cases: [{ a: 1 }] }, 'the first case has neither'],
  [
    'a step of no kind',
    { cases: [{ id: 'x', group: 'g', steps: [{ op: 'put' }] }] },
    'at cases.0.steps.0.op: ',
  ],
  ['a date without expectation', { cases: [{ input: 'x' }] }, 'at cases.0.expected: '],
])('refuses %s, and says where', (_what, json, problem) => {
  expect(readCases(json)).toMatchObject({
    ok: false,
    problem: expect.stringContaining(problem) as string,
  });
});
