/** What the clock is told by the page it lives in. */
export interface TickerEvents {
  /** About once a second. */
  tick(): void;
  /** The page can be seen again. */
  shown(): void;
  /** Nobody can see the page any more. */
  hidden(): void;
}

/** Where the clock's beat comes from, so that a lab also runs where there is no page. */
export interface Ticker {
  /** Whether somebody can see the page at this moment. */
  readonly visible: boolean;
  listen(events: TickerEvents): () => void;
  /** Calls back once after this many real milliseconds; returns how to call it off. */
  after(ms: number, call: () => void): () => void;
}
