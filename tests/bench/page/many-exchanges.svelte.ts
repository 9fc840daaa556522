import type { Exchange } from '../../../src/lab/exchange.ts';

/** As many exchanges as wanted, made of a few real ones. */
export class ManyExchanges {
  all = $state.raw<readonly Exchange[]>([]);
  readonly #made: readonly Exchange[];

  constructor(made: readonly Exchange[], count: number) {
    this.#made = made;
    this.all = Array.from({ length: count }, (_, index) => this.#number(index));
  }

  add(): void {
    this.all = [...this.all, this.#number(this.all.length)];
  }

  #number(index: number): Exchange {
    const exchange = this.#made[index % this.#made.length];
    if (exchange === undefined) throw new Error('nothing to make them of');
    return { ...exchange, id: `e${String(index)}`, parentId: null, kind: 'navigation' };
  }
}
