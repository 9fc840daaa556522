import { untrack } from 'svelte';
import { Sleepers } from './sleepers.ts';
import type { Ticker } from './ticker.ts';

export interface LabClockOptions {
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  /** Real milliseconds from anywhere, never backward, e.g. `performance.now()`. */
  readonly monotonicNow: () => number;
  /** Without one, time passes only by hand. */
  readonly ticker?: Ticker | undefined;
  /** Called after every step of the time. */
  readonly moved?: (now: number) => void;
}

/**
 * Real milliseconds. Beats come every second; where the next is this late, the computer slept, and in some
 * systems the monotonic time went on all the same. Nobody saw the page meanwhile: no more than this has passed.
 */
const longestBeat = 10_000;

/**
 * The lab's own time: passes while the page can be seen, can be turned forward by hand at any moment,
 * and never goes backward but for undo, which goes back to an earlier state of the whole lab.
 */
export class LabClock {
  /** What others see of `#time`, reactively. */
  #now = $state(0);
  /** A plain number, since an effect that is torn down sees its state as it was before. */
  #time: number;
  #running = $state(false);
  /** Monotonic reading at which the time was `#now`; `null` while time stands still. */
  #anchor: number | null = null;
  readonly #options: LabClockOptions;
  readonly #sleepers = new Sleepers();
  #stopListening: (() => void) | null = null;
  #callOffAlarm: (() => void) | null = null;

  constructor(options: LabClockOptions) {
    this.#options = options;
    this.#time = options.startTime;
    this.#now = options.startTime;
  }

  /** Milliseconds since the epoch; reactive, brought up to date about once a second and by every event. */
  get now(): number {
    return this.#now;
  }

  /** The time at this very moment, without waiting for the next beat. */
  read(): number {
    return this.#time + this.#elapsed();
  }

  /** Whether time passes by itself (though not while the page is hidden). */
  get running(): boolean {
    return this.#running;
  }

  start(): void {
    if (untrack(() => this.#running)) return;
    const { ticker } = this.#options;
    this.#running = true;
    if (ticker === undefined) return;
    this.#stopListening = ticker.listen({
      tick: () => {
        this.commit();
      },
      shown: () => {
        this.#letPass();
      },
      hidden: () => {
        this.#standStill();
      },
    });
    if (ticker.visible) this.#letPass();
  }

  pause(): void {
    this.#standStill();
    this.#stopListening?.();
    this.#stopListening = null;
    this.#running = false;
  }

  /** Turns the clock forward by so many milliseconds. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError('time never goes backward');
    untrack(() => {
      this.#moveTo(this.#catchUp() + Math.floor(ms));
    });
  }

  /** Resolves when so many virtual milliseconds have passed; rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const slept = this.#sleepers.until(this.read() + ms, signal);
    this.#setAlarm();
    return slept;
  }

  /** Brings `now` up to date. Not for queries: it writes. */
  commit(): void {
    untrack(() => {
      const before = this.#time;
      const now = this.#catchUp();
      if (now !== before) this.#moveTo(now);
      else this.#setAlarm();
    });
  }

  /** Another moment, earlier or later, of another timeline: for undo and restore only. Ends every sleep. */
  jumpTo(time: number): void {
    if (this.#anchor !== null) this.#anchor = this.#options.monotonicNow();
    this.#time = time;
    this.#now = time;
    this.#sleepers.dismiss();
  }

  #elapsed(): number {
    return Math.min(longestBeat, Math.max(0, Math.floor(this.#sinceAnchor())));
  }

  #sinceAnchor(): number {
    return this.#anchor === null ? 0 : this.#options.monotonicNow() - this.#anchor;
  }

  /** Moves the anchor by whole milliseconds only, so that fractions add up instead of being lost. */
  #catchUp(): number {
    const elapsed = this.#elapsed();
    if (this.#sinceAnchor() > longestBeat) this.#anchor = this.#options.monotonicNow();
    else if (this.#anchor !== null) this.#anchor += elapsed;
    return this.#time + elapsed;
  }

  #moveTo(now: number): void {
    this.#time = now;
    this.#now = now;
    this.#options.moved?.(now);
    this.#sleepers.wake(now);
    this.#setAlarm();
  }

  #letPass(): void {
    if (this.#anchor === null) this.#anchor = this.#options.monotonicNow();
    this.#setAlarm();
  }

  #standStill(): void {
    this.commit();
    this.#anchor = null;
    this.#callOffAlarm?.();
  }

  /** A sleep that ends before the next beat must not wait for it. */
  #setAlarm(): void {
    this.#callOffAlarm?.();
    this.#callOffAlarm = null;
    const next = this.#sleepers.next;
    const { ticker } = this.#options;
    if (next === null || this.#anchor === null || ticker === undefined) return;
    this.#callOffAlarm = ticker.after(Math.max(1, next - this.read()), () => {
      this.commit();
    });
  }
}
