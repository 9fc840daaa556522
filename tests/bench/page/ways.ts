import type { Medians } from '../exchanges.ts';

/** One exchange by one way; resolves when the content has been read. */
export type Exchange = () => Promise<void>;

declare global {
  interface Window {
    /** What a frame offers to be measured. */
    ways: Promise<Readonly<Record<string, Exchange>>>;
    /** What the page found. */
    medians: Promise<Medians>;
  }
}
