import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../e2e/support/faults.ts';
import { faultsTold } from '../e2e/support/robustness-table.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('each fault has a test that produces it', () => {
  const specs = readdirSync(new URL('../e2e/', import.meta.url)).filter((name) =>
    name.endsWith('.spec.ts'),
  );
  const written = specs.map((name) => read(`../e2e/${name}`)).join('\n');
  const missing = Object.keys(faults).filter((name) => !written.includes(`'${name}'`));
  expect(missing).toEqual([]);
});

test('the document that the test run makes tells of the same faults', () => {
  const told = faultsTold(read('../../docs/robustness.md'));
  expect([...told]).toEqual(Object.values(faults).map(({ name }) => name));
});

test('and that all of them were survived', () => {
  expect(read('../../docs/robustness.md')).not.toContain('**no**');
});
