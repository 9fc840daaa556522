import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { FaultName } from './faults.ts';
import { robustnessPage, type Outcome } from './robustness-table.ts';

/** Writes what became of the faults into the file that `REMEMBER_ME_ROBUSTNESS` names, if there is one. */
export default class RobustnessReporter implements Reporter {
  readonly #outcomes = new Map<string, Outcome>();
  readonly #browsers = new Set<string>();
  readonly #file = process.env['REMEMBER_ME_ROBUSTNESS'];

  onTestEnd(test: TestCase, result: TestResult): void {
    const notes = [...test.annotations, ...result.annotations];
    const note = (type: string): string =>
      notes.findLast((one) => one.type === type)?.description ?? '';
    const fault = note('fault');
    if (fault === '') return;
    if (note('browser') !== '') this.#browsers.add(note('browser'));
    this.#outcomes.set(test.id, {
      fault: fault as FaultName,
      title: test.title,
      passed: result.status === 'passed',
      figure: note('figure'),
      took: result.duration,
    });
  }

  async onEnd(): Promise<void> {
    if (this.#file === undefined) return;
    const page = robustnessPage([...this.#outcomes.values()], [...this.#browsers]);
    const layout = await resolveConfig(this.#file);
    await writeFile(this.#file, await format(page, { ...layout, parser: 'markdown' }));
  }

  printsToStdio(): boolean {
    return false;
  }
}
