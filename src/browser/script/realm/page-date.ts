/** `Date` by the simulated clock, which may be turned. */
export class PageClock {
  #ahead = 0;
  readonly Date: DateConstructor;

  constructor(now: number) {
    const RealDate = Date;
    const time = (): number => RealDate.now() + this.#ahead;
    this.Date = class extends RealDate {
      constructor(...values: readonly unknown[]) {
        super(...((values.length === 0 ? [time()] : values) as [number]));
      }

      static override now(): number {
        return time();
      }
    } as unknown as DateConstructor;
    Reflect.defineProperty(this.Date, 'name', { value: 'Date' });
    this.#read = () => RealDate.now();
    this.turn(now);
  }

  readonly #read: () => number;

  /** It is now so late, in milliseconds since the epoch. */
  turn(now: number): void {
    this.#ahead = now - this.#read();
  }
}
