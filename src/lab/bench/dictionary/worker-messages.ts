import type { SearchOutcome, SearchProgress, Wanted } from './dictionary-search.ts';

/** Said to the worker, once. */
export type ToWorker = Wanted;

/** Said by the worker. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: SearchProgress }
  | { readonly type: 'outcome'; readonly outcome: SearchOutcome };
