import type { RecordingSummary } from '../open-recording.ts';
import type { RecordedExchange } from '../recorded-exchange.ts';
import type { HarRefusal } from '../recording.ts';
import type { ReadingProgress } from './recording-reader.ts';

/** Said to the worker, once. */
export interface ToWorker {
  readonly file: Blob;
}

/** Said by the worker: the exchanges come in portions, before the summary. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: ReadingProgress }
  | { readonly type: 'exchanges'; readonly exchanges: readonly RecordedExchange[] }
  | { readonly type: 'refused'; readonly refusal: HarRefusal }
  | { readonly type: 'opened'; readonly summary: RecordingSummary };
