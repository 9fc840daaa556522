import { Flight } from './flight.ts';

/** What is under way in all tabs of a browser. */
export class Flights {
  readonly #flights = new Set<Flight>();

  /** Starts something that goes along with what is under way. */
  start(tabId: string, frames: readonly string[] = []): Flight {
    const flight = new Flight(tabId, frames);
    this.#flights.add(flight);
    return flight;
  }

  end(flight: Flight): void {
    this.#flights.delete(flight);
  }

  /** Aborts what is under way in a tab, or in one of its frames and all within it. */
  abort(tabId: string, frameId: string | null = null): void {
    for (const flight of this.#flights) {
      if (flight.tabId !== tabId) continue;
      if (frameId === null || flight.frames.includes(frameId)) flight.abort();
    }
  }

  abortAll(): void {
    for (const flight of this.#flights) flight.abort();
  }

  forgetAll(): void {
    for (const flight of this.#flights) flight.forget();
    this.#flights.clear();
  }
}
