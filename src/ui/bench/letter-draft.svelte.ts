import { latest } from '../../lab/bench/latest.ts';
import { letterOf, type Letter } from '../../lab/bench/letter.ts';
import type { Lab } from '../../lab/lab.svelte.ts';

/** What is written on the bench: what was typed, until something newer is made of it or laid there. */
export class LetterDraft {
  #typed: (Letter & { readonly since: number }) | null = $state.raw(null);

  constructor(
    private readonly lab: Lab,
    /** What lies there when nothing has been typed: what was encoded last, or what is in the jar. */
    private readonly shows: 'encoded' | 'jar',
  ) {}

  readonly letter: Letter = $derived.by(() => {
    const { log, bench } = this.lab;
    const made = latest(log, this.shows === 'encoded' ? 'bench-encoded' : 'bench-token-forged');
    if (this.#typed !== null && this.#typed.since >= (made?.sequence ?? 0)) return this.#typed;
    return this.shows === 'encoded' && made !== null ? made : letterOf(bench.token);
  });

  write(change: Partial<Letter>): void {
    const { header, payload } = { ...this.letter, ...change };
    this.#typed = { header, payload, since: this.lab.log.at(-1)?.sequence ?? 0 };
  }

  /** Lays the token of the jar there again. */
  takeFromJar(): void {
    this.write(letterOf(this.lab.bench.token));
  }
}
