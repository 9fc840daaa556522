import type { Difference } from './compare.ts';
import type { Scenario } from './scenario.ts';

/** A failure in words: the scenario as it can be pasted, and what differs. */
export function report(
  name: string,
  scenario: Scenario,
  differences: readonly Difference[],
): string {
  const lines = differences.map(
    ({ at, chromium, lab }) =>
      `  ${at}\n    Chromium: ${shown(chromium)}\n    lab:      ${shown(lab)}`,
  );
  return [`DIFFERENT: ${name}`, JSON.stringify(scenario, null, 1), ...lines].join('\n');
}

/** Texts of thousands of octets do not help the reader. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length < 1500 ? text : `${text.slice(0, 700)} … ${text.slice(-700)}`;
}
