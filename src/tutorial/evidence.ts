import type { Lab } from '../lab/lab.svelte.ts';
import type { Answers } from './progress.ts';
import type { Evidence } from './step.ts';

/**
 * What has happened in a lab after a point of its log. Pure: reads only.
 *
 * @param since sequence number of the last log entry that does not count
 */
export function evidenceSince(lab: Lab, since: number, answers: Answers): Evidence {
  return {
    lab,
    entries: lab.log.filter((entry) => entry.sequence > since),
    exchanges: lab.exchanges.filter((exchange) => exchange.sequence > since),
    cookies: lab.browser.jar.all(),
    answers,
  };
}

/** Sequence number of the newest log entry; 0 in an empty lab. */
export function newestSequence(lab: Lab): number {
  return lab.log.at(-1)?.sequence ?? 0;
}

/** Where in its log a lab was last prepared for a plan, if nothing else has been planned since. */
export function sequenceOfPlan(lab: Lab, plan: string): number | null {
  const entry = lab.log.findLast(({ event }) => event.type === 'lab-prepared');
  return entry?.event.type === 'lab-prepared' && entry.event.plan === plan ? entry.sequence : null;
}
