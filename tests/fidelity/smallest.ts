import fc from 'fast-check';
import type { BenchOfBrowsers } from './bench-of-browsers.ts';
import type { Lane } from './chromium/lane.ts';
import type { Difference } from './compare.ts';
import { scenario as anyScenario } from './generator/scenarios.ts';
import type { Scenario } from './scenario.ts';

interface Found {
  readonly scenario: Scenario;
  readonly differences: readonly Difference[];
}

/** Milliseconds spent on making one failure smaller. */
const PATIENCE = 15_000;

/** The smallest scenario to which the one found can be reduced so that the browsers still differ. */
export async function smallest(
  bench: BenchOfBrowsers,
  lane: Lane,
  { seed, place, ...found }: Found & { readonly seed: number; readonly place: number },
): Promise<Found> {
  const deadline = performance.now() + PATIENCE;
  let least: Found = found;
  const agree = fc.asyncProperty(anyScenario, async (scenario) => {
    // Not interrupted from outside: a visit broken off would go on into the next scenario of its lane.
    if (performance.now() > deadline) return true;
    const differences = await bench.differences(scenario, lane);
    if (differences.length > 0) least = { scenario, differences };
    return differences.length === 0;
  });
  await fc.check(agree, { seed, path: String(place), numRuns: 1 });
  return least;
}
