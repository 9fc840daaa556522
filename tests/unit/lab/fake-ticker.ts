import type { Ticker, TickerEvents } from '../../../src/lab/ticker.ts';

/** A page in the test's hands: real time passes when the test says so. */
export class FakePage implements Ticker {
  visible = true;
  #now = 0;
  readonly #listeners = new Set<TickerEvents>();
  readonly #alarms = new Set<{ at: number; call: () => void }>();

  readonly monotonicNow = (): number => this.#now;

  listen(events: TickerEvents): () => void {
    this.#listeners.add(events);
    return () => {
      this.#listeners.delete(events);
    };
  }

  after(ms: number, call: () => void): () => void {
    const alarm = { at: this.#now + ms, call };
    this.#alarms.add(alarm);
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const alarm of [...this.#alarms]) {
      if (alarm.at > this.#now) continue;
      this.#alarms.delete(alarm);
      alarm.call();
    }
  }

  tick(): void {
    for (const { tick } of this.#listeners) tick();
  }

  hide(): void {
    this.visible = false;
    for (const { hidden } of this.#listeners) hidden();
  }

  show(): void {
    this.visible = true;
    for (const { shown } of this.#listeners) shown();
  }
}
