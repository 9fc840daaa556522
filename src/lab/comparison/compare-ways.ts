import type { ShopSettings, WayToRemember } from '../../server/shop/settings.ts';
import type { Lab } from '../lab.svelte.ts';
import { measure, type Measures } from './measures.ts';
import { trialVisit } from './trial-visit.ts';

export interface ComparisonOptions {
  readonly ways: readonly WayToRemember[];
  /** All but the way to remember stays as it is set. */
  readonly settings: ShopSettings;
  /** Makes a fresh lab whose time stands still but where it is turned. */
  readonly newLab: () => Lab;
  /** When aborted, the comparison ends before its next way. */
  readonly signal?: AbortSignal;
}

/**
 * Puts each way to remember through the same visit, one after another, each in a lab of its own.
 */
export async function* compareWays(options: ComparisonOptions): AsyncGenerator<Measures> {
  const { ways, settings, newLab, signal } = options;
  for (const way of ways) {
    if (signal?.aborted === true) return;
    yield measure(way, await trialVisit(newLab(), { ...settings, remember: way }));
  }
}
