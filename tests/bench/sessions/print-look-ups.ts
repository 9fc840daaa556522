import { defaultInstanceSettings } from '../../../src/server/instances/settings.ts';
import { measuredLookUps } from './look-ups.ts';

/** Prints what it costs to find a session, and what the way to a shared store costs beside it. */
export function printLookUps(): void {
  console.log('Sessions: median time of one look-up in microseconds (aim: about one at most)');
  for (const { rows, median } of measuredLookUps())
    console.log(`  ${String(rows).padStart(9)} rows ${median.toFixed(2).padStart(8)}`);
  const hop = defaultInstanceSettings.storeRoundTripMs * 1000;
  console.log(`  to the shared store and back, on the lab's clock ${String(hop)}`);
}
