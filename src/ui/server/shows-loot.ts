import type { Lab } from '../../lab/lab.svelte.ts';
import { openHoles } from '../controls/holes.ts';

/** The attacker's log is of interest once something stands in it, or could soon. */
export function showsLoot(lab: Lab): boolean {
  return lab.loot.length > 0 || openHoles(lab.settings.protection).length > 0;
}
