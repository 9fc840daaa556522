import { measuredInChromium } from './bench-page.ts';

/** Milliseconds, each the median of as many exchanges as there were rounds. */
export interface Medians {
  readonly rounds: number;
  readonly bareMsw: number;
  readonly serviceWorker: number;
  readonly inPage: number;
}

export function measuredExchanges(): Promise<Medians> {
  return measuredInChromium(['index.html', 'wire.html', 'bare.html'], (page) =>
    page.evaluate(() => window.medians),
  );
}
