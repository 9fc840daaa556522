import type { LogPosition } from './event-log.svelte.ts';
import type { Remembered } from './memory.ts';

/** The whole lab as it stood at one moment; cheap, for values are shared and never change. */
export interface Moment {
  readonly remembered: Remembered;
  /** Virtual time. */
  readonly time: number;
  readonly log: LogPosition;
  readonly browserId: string;
}
