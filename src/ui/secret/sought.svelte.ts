import type { Room } from '../../tutorial/step.ts';
import { lit } from './lit.svelte.ts';

/** A key that one wants to see where another room has it. */
export interface SoughtKey {
  readonly value: string;
  readonly room: Room;
}

/** The way from a key in one room to the same key in another one. */
class Sought {
  #key = $state.raw<SoughtKey | null>(null);

  /** A new object for each search, so that the same key can be looked for again. */
  get key(): SoughtKey | null {
    return this.#key;
  }

  seek(value: string, room: Room): void {
    lit.pin(value);
    this.#key = { value, room };
  }

  /** Whether it is in this room that this key is looked for. */
  isSought(value: string, room: Room): boolean {
    return this.#key?.value === value && this.#key.room === room;
  }
}

export const sought = new Sought();
