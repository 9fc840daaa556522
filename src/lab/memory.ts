import { SvelteMap } from 'svelte/reactivity';

/** All that a world remembers at one moment: named collections of immutable records. */
export type Remembered = Readonly<
  Record<string, readonly (readonly [key: string, value: unknown])[]>
>;

/**
 * Hands the rooms their collections, so that one place knows all that can change. Each world has its own:
 * what an abandoned world still writes reaches nobody.
 */
export class Memory {
  readonly #begunWith: Remembered;
  readonly #collections = new Map<string, SvelteMap<string, unknown>>();

  constructor(begunWith: Remembered = {}) {
    this.#begunWith = begunWith;
  }

  /** The collection of this name; the same one each time. */
  collection<Value>(name: string): Map<string, Value> {
    let collection = this.#collections.get(name);
    if (collection === undefined) {
      collection = new SvelteMap(this.#begunWith[name] ?? []);
      this.#collections.set(name, collection);
    }
    // The name stands for the type of its values: whoever asks under it puts them there.
    return collection as unknown as Map<string, Value>;
  }

  /** A value of its own, kept like everything else. */
  capture(): Remembered {
    return Object.fromEntries(
      [...this.#collections].map(([name, collection]) => [name, [...collection]]),
    );
  }
}
