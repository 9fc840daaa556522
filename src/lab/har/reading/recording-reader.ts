import type { OpenedRecording, OpeningPhase } from '../open-recording.ts';
import type { HarRefusal } from '../recording.ts';

/** Octets of the largest file that is opened: 128 MiB. */
export const FILE_LIMIT = 2 ** 27;

export interface ReadingProgress {
  readonly phase: 'reading' | OpeningPhase;
  /** Octets of the file. */
  readonly done: number;
  readonly total: number;
}

export interface Reading {
  readonly file: Blob;
  readonly progress: (progress: ReadingProgress) => void;
  /** When aborted, nobody waits for an outcome any more. */
  readonly signal: AbortSignal;
}

/** Opens a recording; `null` where it was called off. */
export type ReadRecording = (reading: Reading) => Promise<OpenedRecording | HarRefusal | null>;
