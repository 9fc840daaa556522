/** How many identifiers of each kind have been given, e.g. `{ exchange: 12, tab: 3 }`. */
export type IdentifiersGiven = Readonly<Record<string, number>>;

/**
 * Gives identifiers that are the same in every run of the same lab, and never the same twice: undo does not
 * take them back, so that an answer from an abandoned timeline can be told from one of this.
 */
export class Identifiers {
  readonly #given = new Map<string, number>();

  readonly next = (prefix: string): string => {
    const number = (this.#given.get(prefix) ?? 0) + 1;
    this.#given.set(prefix, number);
    return `${prefix}-${String(number)}`;
  };

  given(): IdentifiersGiven {
    return Object.fromEntries(this.#given);
  }

  /** Counts on from whichever is further. */
  skip(given: IdentifiersGiven): void {
    for (const [prefix, number] of Object.entries(given)) {
      this.#given.set(prefix, Math.max(number, this.#given.get(prefix) ?? 0));
    }
  }
}
