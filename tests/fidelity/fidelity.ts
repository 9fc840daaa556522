import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { BenchOfBrowsers } from './bench-of-browsers.ts';
import { cases } from './cases.ts';
import { cookieCases } from './cookie-cases.ts';
import type { Lane } from './chromium/lane.ts';
import { scenario as anyScenario } from './generator/scenarios.ts';
import { report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { smallest } from './smallest.ts';

interface Trial {
  readonly name: string;
  readonly scenario: Scenario;
  /** Its place in the random series; `null` for a named case. */
  readonly place: number | null;
}

const USAGE =
  'npm run fidelity -- --runs N --seed S [--lanes N] [--no-metadata] [--only NAME | --file SCENARIO.json]';

/**
 * Plays the named cases and random scenarios in Chromium and in the lab, and tells of each difference.
 * Gives the exit code: 0 when there was none.
 */
export async function fidelity(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const bench = await BenchOfBrowsers.open(options.lanes, options.metadata);
  try {
    const failed = await playAll(bench, trialsOf(options), options.seed);
    return failed === 0 ? 0 : 1;
  } finally {
    await bench.close();
  }
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      lanes: { type: 'string', default: '4' },
      metadata: { type: 'boolean', default: true },
      only: { type: 'string' },
      file: { type: 'string' },
    },
  });
  const [runs, seed, lanes] = [Number(values.runs), Number(values.seed), Number(values.lanes)];
  if (![runs, seed, lanes].every(Number.isSafeInteger)) throw new Error(USAGE);
  return { runs, seed, lanes, metadata: values.metadata, only: values.only, file: values.file };
}

function trialsOf({ runs, seed, only, file }: Options): readonly Trial[] {
  if (file !== undefined) return [{ name: file, scenario: read(file), place: null }];
  const named = Object.entries({ ...cases, ...cookieCases }).map(([name, scenario]) => ({
    name,
    scenario,
    place: null,
  }));
  if (only !== undefined) return named.filter(({ name }) => name.includes(only));
  const random = runs === 0 ? [] : fc.sample(anyScenario, { seed, numRuns: runs });
  const drawn = random.map((scenario, place) => ({
    name: `seed ${String(seed)}, run ${String(place)}`,
    scenario,
    place,
  }));
  return [...named, ...drawn];
}

function read(file: string): Scenario {
  return JSON.parse(readFileSync(file, 'utf8')) as Scenario;
}

async function playAll(
  bench: BenchOfBrowsers,
  trials: readonly Trial[],
  seed: number,
): Promise<number> {
  const started = performance.now();
  const waiting = trials.entries();
  let [played, failed] = [0, 0];
  const playOn = async (lane: Lane): Promise<void> => {
    for (const [, trial] of waiting) {
      const differences = await bench.differences(trial.scenario, lane);
      played += 1;
      if (differences.length > 0) {
        failed += 1;
        const { place } = trial;
        const found =
          place === null
            ? { scenario: trial.scenario, differences }
            : await smallest(bench, lane, { seed, place, scenario: trial.scenario, differences });
        console.log(report(trial.name, found.scenario, found.differences));
      }
      if (played % 100 === 0) console.log(`${String(played)} of ${String(trials.length)} played`);
    }
  };
  await Promise.all(bench.lanes.map(playOn));
  const seconds = (performance.now() - started) / 1000;
  console.log(`${(played / seconds).toFixed(1)} scenarios a second`);
  console.log(`${String(played - failed)} passed, ${String(failed)} failed`);
  const reportFile = process.env['REMEMBER_ME_REPORT'];
  const counts = JSON.stringify({ passed: played - failed, failed });
  if (reportFile !== undefined) writeFileSync(reportFile, counts);
  return failed;
}
