import type { Journal } from '../../lab/journal.svelte.ts';
import type { Lab } from '../../lab/lab.svelte.ts';
import type { Presenter } from '../presenter/presenter.svelte.ts';
import type { ProgressKeeper } from '../../tutorial/progress-keeper.svelte.ts';

/** What belongs to this browser tab: its lab, how it is kept, and the learner's progress. */
export interface TabLab {
  readonly lab: Lab;
  readonly journal: Journal;
  readonly progress: ProgressKeeper;
  readonly presenter: Presenter;
}
