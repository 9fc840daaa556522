import type { IdentifiersGiven } from './identifiers.ts';
import type { LogEntry } from './log.ts';
import type { Remembered } from './memory.ts';

export const snapshotSchema = 'remember-me/lab';
export const snapshotVersion = 1;

/** The whole lab as plain JSON: what the journal keeps. Check what comes from outside with `checkSnapshot`. */
export interface LabSnapshot {
  readonly schema: typeof snapshotSchema;
  readonly version: typeof snapshotVersion;
  /** Virtual time, milliseconds since the epoch. */
  readonly time: number;
  /** The browser on the stage. */
  readonly browserId: string;
  readonly identifiersGiven: IdentifiersGiven;
  readonly remembered: Remembered;
  readonly log: readonly LogEntry[];
}

/** Why something is not a snapshot that this lab can read. */
export interface SnapshotProblem {
  readonly ok: false;
  /**
   * - `not-a-snapshot`: something else altogether.
   * - `other-version`: of a version that is not known here; `version` says which.
   * - `damaged`: one of ours, but `path` is not what it should be.
   */
  readonly code: 'not-a-snapshot' | 'other-version' | 'damaged';
  readonly version?: number;
  /** Where it is damaged, e.g. `log.3.sequence`. */
  readonly path?: string;
}

export type SnapshotCheck = { readonly ok: true; readonly snapshot: LabSnapshot } | SnapshotProblem;
