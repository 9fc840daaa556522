import type { Medians } from '../exchanges.ts';
import type { Exchange } from './ways.ts';

const WARM_UP = 50;
const ROUNDS = 300;

window.medians = (async (): Promise<Medians> => {
  // One after the other: the second frame needs the worker that the first one installs.
  const ways = { ...(await waysOf('wire.html')), ...(await waysOf('bare.html')) };
  await timesOf(ways, WARM_UP);
  const times = await timesOf(ways, ROUNDS);
  return {
    rounds: ROUNDS,
    bareMsw: median(times['bareMsw']),
    serviceWorker: median(times['serviceWorker']),
    inPage: median(times['inPage']),
  };
})();

async function waysOf(page: string): Promise<Readonly<Record<string, Exchange>>> {
  const frame = document.createElement('iframe');
  frame.src = page;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve);
  });
  document.body.append(frame);
  await loaded;
  if (frame.contentWindow === null) throw new Error(`${page} did not load`);
  return frame.contentWindow.ways;
}

/** The ways take turns, so that whatever else the machine does falls on all of them; each leads in turn. */
async function timesOf(
  ways: Readonly<Record<string, Exchange>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const order = Object.entries(ways);
  const times: Record<string, number[]> = Object.fromEntries(order.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, exchange] of order) {
      const startedAt = performance.now();
      await exchange();
      times[name]?.push(performance.now() - startedAt);
    }
    order.push(...order.splice(0, 1));
  }
  return times;
}

function median(times: readonly number[] = []): number {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
