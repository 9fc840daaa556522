import { test, type Page, type TestDetails } from '@playwright/test';
import type { FaultName } from './faults.ts';

/** Makes a test the one that produces this fault. */
export function ofFault(name: FaultName): TestDetails {
  return { tag: '@fault', annotation: { type: 'fault', description: name } };
}

/** Notes something measured; the last note of a test stands in the table. */
export function noteFigure(figure: string): void {
  test.info().annotations.push({ type: 'figure', description: figure });
}

export function noteBrowser(page: Page): void {
  const version = page.context().browser()?.version();
  if (version !== undefined)
    test.info().annotations.push({ type: 'browser', description: `Chromium ${version}` });
}
