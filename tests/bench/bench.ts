import { fileURLToPath } from 'node:url';
import { builtSizes, limits } from '../../build/budgets.js';
import { measuredFrames, type Frames } from './frames.ts';
import { measuredExchanges, type Medians } from './exchanges.ts';
import { measuredStepMoves, type StepMoves } from './step-moves.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Prints what an exchange costs and what the page weighs. Asserts nothing: times depend on the machine. */
export async function bench(): Promise<void> {
  printExchanges(await measuredExchanges());
  printFrames(await measuredFrames());
  printStepMoves(await measuredStepMoves());
  printSizes();
}

function printExchanges({ rounds, bareMsw, serviceWorker, inPage }: Medians): void {
  console.log(`Median time of one exchange, ${String(rounds)} alternating rounds in Chromium`);
  console.log(`  bare MSW handler         ${milliseconds(bareMsw)}`);
  console.log(
    `  service worker carrier   ${milliseconds(serviceWorker)}  ${(serviceWorker / bareMsw).toFixed(2)} × bare MSW (aim: at most 1.20)`,
  );
  console.log(`  in-page carrier          ${milliseconds(inPage)}`);
}

function printFrames(all: readonly Frames[]): void {
  console.log('Frames in Chromium (aim: none late, that is 50 a second)');
  for (const { work, frames, median, slowest, late } of all) {
    console.log(
      `  ${work.padEnd(44)}${milliseconds(median)} median, ${milliseconds(slowest)} slowest, ${String(late)} of ${String(frames)} late`,
    );
  }
}

function printStepMoves(all: readonly StepMoves[] | null): void {
  if (all === null) {
    console.log('No moves between steps: `npm run build` makes dist/ first.');
    return;
  }
  console.log('Moves between steps of a chapter, lab prepared and painted (aim: less than 100 ms)');
  for (const { chapter, moves, median, slowest, slowestStep } of all) {
    console.log(
      `  ${chapter.padEnd(24)}${milliseconds(median)} median of ${String(moves)}, ${milliseconds(slowest)} slowest (${slowestStep})`,
    );
  }
}

function printSizes(): void {
  const sizes = builtSizes(dist);
  if (sizes === null) {
    console.log('No sizes: `npm run build` makes dist/ first.');
    return;
  }
  console.log('JavaScript, gzip');
  for (const [name, limit] of Object.entries(limits)) {
    const size = sizes[name as keyof typeof limits];
    console.log(`  ${name.padEnd(24)}${kilobytes(size)} (at most ${String(limit / 1000)})`);
  }
}

function milliseconds(value: number): string {
  return `${value.toFixed(2).padStart(6)} ms`;
}

function kilobytes(octets: number): string {
  return `${(octets / 1000).toFixed(1).padStart(6)} KB`;
}
