import { defaultShopSettings } from '../../server/shop/settings.ts';
import type { Lab } from '../lab.svelte.ts';
import type { Attack, AttackId, Defence, DefenceId } from './attack.ts';
import { decidedAfter, type Decided } from './decided.ts';
import { Stage } from './stage.ts';

/** How one attack ended, as measured in the lab in which it was run. */
export interface AttackOutcome {
  readonly attack: AttackId;
  readonly defences: readonly DefenceId[];
  readonly succeeded: boolean;
  /** The exchange in which the harm was done, or by which it failed; `null` where nothing was asked for. */
  readonly exchangeId: string | null;
  /** What it failed by; `null` where it succeeded. */
  readonly decided: Decided | null;
  /** The lab in which it was run, as it stands after it. */
  readonly lab: Lab;
}

/**
 * Runs an attack for real, in a fresh lab whose shop has the hole that it needs, and then the defences, each of which
 * may close it again.
 */
export async function runAttack(
  newLab: () => Lab,
  attack: Attack,
  defences: readonly Defence[] = [],
): Promise<AttackOutcome> {
  const lab = newLab();
  if (attack.needsScript && !lab.canRunScript)
    throw new Error(`${attack.id} needs a lab that runs script`);
  const changes = [attack.hole, ...defences.map(({ apply }) => apply)];
  lab.changeSettings(changes.reduce((settings, change) => change(settings), defaultShopSettings));
  const stage = new Stage(lab);
  const harm = await attack.play(stage);
  const decided = harm === null ? decidedAfter(lab.log, stage.decisiveFrom) : null;
  return {
    attack: attack.id,
    defences: defences.map(({ id }) => id),
    succeeded: harm !== null,
    exchangeId: harm?.id ?? decided?.exchangeId ?? null,
    decided,
    lab,
  };
}
