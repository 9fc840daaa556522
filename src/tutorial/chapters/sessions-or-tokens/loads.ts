import type { Lab } from '../../../lab/lab.svelte.ts';
import { defaultLoadPlan } from '../../../lab/load/load-bench.svelte.ts';
import { loadedWays, total, type LoadPlan, type WayOutcome } from '../../../lab/load/load-plan.ts';
import { events, type Noted } from '../../observations.ts';
import { isAtShop, isSet, openShop, shopCookies } from '../../preparations.ts';
import type { Evidence } from '../../step.ts';

export type RunLoad = Noted<'load-ran'>;

export interface PlanWanted extends Partial<Omit<LoadPlan, 'instances'>> {
  readonly instances?: Partial<LoadPlan['instances']>;
}

/** The loads that were sent since the step began, oldest first. */
export function loadsIn({ entries }: Evidence): readonly RunLoad[] {
  return events(entries, 'load-ran');
}

/** Both outcomes of a load. */
export function outcomes({ ways }: RunLoad): readonly WayOutcome[] {
  return loadedWays.map((way) => ways[way]);
}

/** Somebody could not be served, or was not known, although they had signed in. */
export function isHurt(outcome: WayOutcome): boolean {
  const { strangers, failed } = total(outcome);
  return strangers + failed > 0;
}

/** The plan as on the first day, but for what is named. */
export function planLoad(lab: Lab, { instances, ...others }: PlanWanted): void {
  lab.loads.change({
    ...defaultLoadPlan,
    ...others,
    instances: { ...defaultLoadPlan.instances, ...instances },
  });
}

/** A quiet shop on the stage, so that the load alone is to be looked at. */
export function isQuiet(lab: Lab): boolean {
  return isAtShop(lab) && isSet(lab, { remember: 'session' }) && shopCookies(lab).length === 0;
}

export async function openQuietShop(lab: Lab, plan: PlanWanted): Promise<void> {
  planLoad(lab, plan);
  await openShop(lab, { remember: 'session' });
}
