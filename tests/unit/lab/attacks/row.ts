import type { Attack } from '../../../../src/lab/attacks/attack.ts';
import { defences } from '../../../../src/lab/attacks/defences.ts';
import { runMatrix } from '../../../../src/lab/attacks/run-matrix.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';

/** One attack against each defence: whether it works against none, and the code by which each other one stops it. */
export async function rowOf(attack: Attack, newLab: () => Lab) {
  let undefended = false;
  const stopped: Record<string, string> = {};
  for await (const cell of runMatrix({ attacks: [attack], defences, newLab })) {
    if (cell.defence === null) undefended = cell.succeeded;
    else if (!cell.succeeded) stopped[cell.defence] = cell.decided?.code ?? '';
  }
  return { undefended, stopped };
}
