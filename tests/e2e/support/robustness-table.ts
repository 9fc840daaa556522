import { availableParallelism, platform } from 'node:os';
import { faults, type FaultName } from './faults.ts';

/** How one test that produces a fault went. */
export interface Outcome {
  readonly fault: FaultName;
  readonly title: string;
  readonly passed: boolean;
  /** What was measured, as it is to be read; may be empty. */
  readonly figure: string;
  /** Milliseconds. */
  readonly took: number;
}

const head = `# What may go wrong, and what the page does then

Made by \`npm run robustness\`, not by hand: each row is an end-to-end test in which the fault is really produced on the built site, in a real browser.`;

/** The page of the developers' documents: every fault in its order, each of its tests a row. */
export function robustnessPage(outcomes: readonly Outcome[], browsers: readonly string[]): string {
  const machine = `${platform()}, ${availableParallelism()} processors`;
  const run = `The last run: ${[...browsers, machine].join(', ')}.`;
  const rows = Object.entries(faults).flatMap(([slug, { name, produced }]) =>
    outcomes
      .filter(({ fault }) => fault === slug)
      .map(({ title, passed, figure, took }) =>
        row([
          name,
          produced,
          title,
          passed ? 'yes' : '**no**',
          figure,
          `${(took / 1000).toFixed(1)} s`,
        ]),
      ),
  );
  return [head, '', run, '', row(columns), row(columns.map(() => '---')), ...rows, ''].join('\n');
}

const columns = ['Fault', 'How it is produced', 'What is seen', 'Holds', 'Measured', 'Test'];

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Names of the faults that such a page tells of. */
export function faultsTold(page: string): ReadonlySet<string> {
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  return new Set(rows.slice(2).map((line) => line.split('|')[1]?.trim() ?? ''));
}
