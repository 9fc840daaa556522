import { brokenInvariants } from '../invariants.ts';
import type { Lab } from '../lab.svelte.ts';
import type { LabSnapshot } from '../snapshot.ts';

/**
 * Has the lab become one that somebody has shared, as an action that can be undone. `false`: that one contradicts
 * itself, for records that fit the schema one by one need not fit each other; the lab is as it was.
 */
export function openShared(lab: Lab, snapshot: LabSnapshot): boolean {
  try {
    lab.takeOver(snapshot);
    if (brokenInvariants(lab).length === 0) return true;
  } catch {
    // As broken as one whose invariants do not hold.
  }
  lab.undo();
  return false;
}
