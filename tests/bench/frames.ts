import { measuredInChromium } from './bench-page.ts';

/** Frames of one kind of work on a page, each from one picture to the next. */
export interface Frames {
  readonly work: string;
  readonly frames: number;
  /** Milliseconds. */
  readonly median: number;
  readonly slowest: number;
  /** How many took longer than a fiftieth of a second, and half a picture of 60 a second. */
  readonly late: number;
}

export function measuredFrames(): Promise<readonly Frames[]> {
  return measuredInChromium(['frames.html'], (page) => page.evaluate(() => window.frames50));
}
