interface Sleeper {
  readonly until: number;
  wake(): void;
  dismiss(reason: unknown): void;
}

/** Those who wait for a moment of the virtual clock. */
export class Sleepers {
  readonly #waiting = new Set<Sleeper>();

  /** The earliest moment that anybody waits for. */
  get next(): number | null {
    let earliest: number | null = null;
    for (const { until } of this.#waiting) earliest = Math.min(until, earliest ?? until);
    return earliest;
  }

  until(time: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(asError(signal.reason));
        return;
      }
      const leave = () => {
        this.#waiting.delete(sleeper);
        signal?.removeEventListener('abort', aborted);
      };
      const sleeper: Sleeper = {
        until: time,
        wake: () => {
          leave();
          resolve();
        },
        dismiss: (reason) => {
          leave();
          reject(asError(reason));
        },
      };
      const aborted = () => {
        sleeper.dismiss(signal?.reason);
      };
      signal?.addEventListener('abort', aborted);
      this.#waiting.add(sleeper);
    });
  }

  /** Wakes all whose moment has come, earliest first. */
  wake(now: number): void {
    const due = [...this.#waiting]
      .filter(({ until }) => until <= now)
      .sort((a, b) => a.until - b.until);
    for (const sleeper of due) sleeper.wake();
  }

  /** Sends everybody away: their timeline is gone. */
  dismiss(): void {
    for (const sleeper of [...this.#waiting])
      sleeper.dismiss(new DOMException('the timeline has ended', 'AbortError'));
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
