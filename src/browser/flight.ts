/** Something under way in a tab, a navigation with its redirects or the loading of a page's resources. */
export class Flight {
  readonly #controller = new AbortController();
  #forgotten = false;

  constructor(readonly tabId: string) {}

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Nobody waits for the answer any more, but cookies that it sets still count. */
  get aborted(): boolean {
    return this.signal.aborted;
  }

  /** Belongs to a past that has been taken back: its answer is not heard at all. */
  get forgotten(): boolean {
    return this.#forgotten;
  }

  abort(): void {
    this.#controller.abort();
  }

  forget(): void {
    this.#forgotten = true;
    this.abort();
  }
}
