/** Something under way in a tab, a navigation with its redirects or the loading of a page's resources. */
export class Flight {
  readonly #controller = new AbortController();
  #forgotten = false;

  /** `frames`: ids of the frames, outermost first, down to the one that it fills; none for the tab itself. */
  constructor(
    readonly tabId: string,
    readonly frames: readonly string[] = [],
  ) {}

  /** The innermost frame; `null` for the tab itself. */
  get frameId(): string | null {
    return this.frames.at(-1) ?? null;
  }

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
