import { untrack } from 'svelte';
import { defaultInstanceSettings } from '../../server/instances/settings.ts';
import type { LabEvent } from '../log.ts';
import type { LoadPlan } from './load-plan.ts';

export interface LoadBenchOptions {
  readonly randomBytes: (count: number) => Uint8Array;
  /** The lab's clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** Real milliseconds from anywhere, never backward. */
  readonly monotonicNow: () => number;
  /** Another value for each timeline of the lab. */
  readonly timeline: () => unknown;
  /** Writes into the log what came out, as an action that can be taken back. */
  readonly note: (event: LabEvent) => void;
}

export interface LoadProgress {
  readonly what: 'load' | 'look-ups';
  readonly done: number;
  readonly all: number;
}

export const defaultLoadPlan: LoadPlan = {
  guests: 10,
  requests: 100,
  instances: { ...defaultInstanceSettings, count: 1 },
  breaks: 'instance',
  revocation: 'none',
  tokenLifetimeSeconds: 15 * 60,
};

/** The bench on which sessions and tokens are put under the same load. What comes out stands in the lab's log. */
export class LoadBench {
  readonly #options: LoadBenchOptions;
  #plan = $state.raw(defaultLoadPlan);
  #progress = $state.raw<LoadProgress | null>(null);
  #underWay: AbortController | null = null;

  constructor(options: LoadBenchOptions) {
    this.#options = options;
  }

  /** What the next load will be. */
  get plan(): LoadPlan {
    return this.#plan;
  }

  /** `null` while nothing is under way. */
  get progress(): LoadProgress | null {
    return this.#progress;
  }

  change(change: Partial<LoadPlan>): void {
    this.#plan = { ...untrack(() => this.#plan), ...change };
  }

  changeInstances(change: Partial<LoadPlan['instances']>): void {
    const { instances } = untrack(() => this.#plan);
    this.change({ instances: { ...instances, ...change } });
  }

  /** Sends the load by both ways, and notes the outcome as `load-ran`. */
  run(): Promise<void> {
    const { randomBytes, now } = this.#options;
    const plan = untrack(() => this.#plan);
    return this.#during('load', async (common) => {
      const { runLoad } = await import('./run-load.ts');
      const outcome = await runLoad(plan, { randomBytes, startTime: now(), ...common });
      return outcome === null ? null : { type: 'load-ran', ...outcome };
    });
  }

  /** Times look-ups in tables up to a million rows, and notes them as `look-ups-measured`. */
  measureLookUps(): Promise<void> {
    const { monotonicNow } = this.#options;
    return this.#during('look-ups', async (common) => {
      const { measureLookUps, tableSizes } = await import('./look-ups.ts');
      const measured = await measureLookUps({ sizes: tableSizes, monotonicNow, ...common });
      return measured === null ? null : { type: 'look-ups-measured', ...measured };
    });
  }

  /** Calls off what is under way; nothing of it is noted. */
  cancel(): void {
    this.#underWay?.abort();
    this.#underWay = null;
    this.#progress = null;
  }

  async #during(
    what: LoadProgress['what'],
    measure: (common: Common) => Promise<LabEvent | null>,
  ): Promise<void> {
    this.cancel();
    const underWay = new AbortController();
    this.#underWay = underWay;
    const { signal } = underWay;
    const { timeline, note } = this.#options;
    const began = untrack(timeline);
    const progress = (done: number, all: number) => {
      if (!signal.aborted) this.#progress = { what, done, all };
    };
    progress(0, 1);
    try {
      const event = await measure({ progress, signal, pause });
      if (event !== null && !signal.aborted && untrack(timeline) === began) note(event);
    } finally {
      if (this.#underWay === underWay) this.cancel();
    }
  }
}

interface Common {
  readonly progress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
  readonly pause: () => Promise<void>;
}

/** Until the page has drawn and listened. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
