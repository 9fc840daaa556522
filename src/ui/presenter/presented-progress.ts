import type { KeptProgress } from '../../tutorial/lesson.svelte.ts';
import type { Presenter } from './presenter.svelte.ts';

/** The reader's own progress, but before a class another that counts for nobody. */
export function presentedProgress(presenter: Presenter, own: KeptProgress): KeptProgress {
  const current = () => (presenter.on ? presenter.progress : own);
  return {
    get progress() {
      return current().progress;
    },
    stepDone: (place, time) => current().stepDone(place, time),
    answered: (place, answers) => current().answered(place, answers),
    arrivedAt: (place) => current().arrivedAt(place),
  };
}
