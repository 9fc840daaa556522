import type { Lab } from '../lab/lab.svelte.ts';
import type { Hands, Place } from './step.ts';

/** Waits so that eyes can follow: `look` after pointing at a place, `saw` after something was done there. */
export type Pace = (moment: 'look' | 'saw') => Promise<void>;

export const readingPace: Pace = (moment) =>
  new Promise((resolve) => setTimeout(resolve, moment === 'look' ? 900 : 600));

export interface HandsOptions {
  readonly lab: Lab;
  readonly pace: Pace;
  /** When aborted, the hands let go before their next move. */
  readonly signal: AbortSignal;
  readonly point: (place: Place) => void;
  readonly answer: (question: string, answer: string) => void;
}

/** Thrown out of a step's `showMe` when the learner has taken over. */
export class LetGo extends Error {
  override readonly name = 'LetGo';
}

const shop = 'https://shop.example/';

/** Does what a learner would do, slowly enough to be watched. */
export function pacedHands({ lab, pace, signal, point, answer }: HandsOptions): Hands {
  const stayUnlessAborted = () => {
    if (signal.aborted) throw new LetGo();
  };
  const pointAt = async (place: Place) => {
    stayUnlessAborted();
    point(place);
    await pace('look');
    stayUnlessAborted();
  };
  const act: Hands['act'] = async (place, action) => {
    await pointAt(place);
    await action(lab);
    await pace('saw');
  };
  return {
    lab,
    pointAt,
    act,
    answer: async (question, chosen) => {
      await pointAt('lesson');
      answer(question, chosen);
      await pace('saw');
    },
    visit: (pathOrUrl) => act('address-bar', () => lab.visit(new URL(pathOrUrl, shop).href)),
    submit: (action, entries) =>
      act('page', () =>
        lab.submitForm({
          action: new URL(action, shop).href,
          method: 'post',
          entries: Object.entries(entries),
        }),
      ),
  };
}
