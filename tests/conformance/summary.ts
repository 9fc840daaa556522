import type { Result } from './result.ts';

/** What is printed of a file's results: a line a group, a line a failure. */
export function summaryOf(results: readonly Result[]): readonly string[] {
  const groups = [...new Set(results.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const mine = results.filter((result) => result.group === group);
    const count = (outcome: Result['outcome']) =>
      mine.filter((result) => result.outcome === outcome).length;
    const notScored = count('not-scored');
    const failures = mine.filter(({ outcome }) => outcome === 'failed');
    return [
      `${group}: ${count('passed')} passed, ${count('failed')} failed${notScored === 0 ? '' : ` (${notScored} not scored)`}`,
      ...failures.map(
        ({ id, expected, got }) => `  FAILED ${id}: expected ${expected}, got ${got}`,
      ),
    ];
  });
}
