import type { Lab } from '../lab.svelte.ts';
import type { Attack, Defence, DefenceId } from './attack.ts';
import { runAttack, type AttackOutcome } from './run-attack.ts';

/** One cell of the matrix; without the lab of its run, of which there would be hundreds. */
export type MatrixCell = Omit<AttackOutcome, 'lab' | 'defences'> & {
  /** `null`: no defence at all, but what the shop always has. */
  readonly defence: DefenceId | null;
};

export interface MatrixOptions {
  readonly attacks: readonly Attack[];
  readonly defences: readonly Defence[];
  /** Makes a fresh lab whose time stands still but where it is turned. */
  readonly newLab: () => Lab;
  /** When aborted, nothing more is run after the cell under way. */
  readonly signal?: AbortSignal;
}

/** Runs each attack without any defence, and then against each alone; cell by cell, row by row. */
export async function* runMatrix(options: MatrixOptions): AsyncGenerator<MatrixCell> {
  const { attacks, defences, newLab, signal } = options;
  for (const attack of attacks) {
    for (const defence of [null, ...defences]) {
      if (signal?.aborted === true) return;
      const against = defence === null ? [] : [defence];
      const { succeeded, exchangeId, decided } = await runAttack(newLab, attack, against);
      yield { attack: attack.id, defence: defence?.id ?? null, succeeded, exchangeId, decided };
    }
  }
}
