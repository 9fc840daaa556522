import type { Exchange } from '../../../lab/exchange.ts';
import { letIn, sentKey, shopPages, traced } from '../../observations.ts';
import { sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isAliceSignedIn, prepareSignedIn } from './signed-in.ts';

const minute = 60_000;

/** The cookie is still in the jar; the server refuses it all the same. */
export const twoClocks: Step = {
  slug: 'two-clocks',
  open: ['browser', 'server'],
  accepts: isAliceSignedIn,
  prepare: prepareSignedIn,
  questions: [
    {
      slug: 'what-ends',
      when: 'before',
      answers: [
        { slug: 'cookie-refused', right: true },
        { slug: 'cookie-goes', right: false },
        { slug: 'still-in', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'stay', pointsAt: 'clock', reached: (evidence) => stayedAt(evidence) !== null },
    {
      slug: 'too-late',
      pointsAt: 'clock',
      reached: (evidence) => {
        const stayed = stayedAt(evidence);
        return (
          stayed !== null &&
          shopPages(evidence).some((one) => one.sequence > stayed && isTooLate(one))
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'too-far',
      taken: (evidence) => {
        const pages = shopPages(evidence);
        const signedIn = pages.findLastIndex((one) => traced(one, 'password-matched'));
        return stayedAt(evidence) === null && pages.slice(signedIn + 1).some(isTooLate);
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-ends', 'cookie-refused');
    await hands.act('clock', (lab) => lab.advance(29 * minute));
    await hands.visit('/account');
    await hands.pointAt('sessions');
    await hands.act('clock', (lab) => lab.advance(31 * minute));
    await hands.pointAt('cookies');
    await hands.visit('/account');
    await hands.pointAt('trace');
  },
  sources: [sessionCheatSheet('session-expiration')],
};

/** A request that came minutes after the last one, and started the idle time-out anew. */
function stayedAt(evidence: Evidence): number | null {
  const stayed = shopPages(evidence).find(
    (one) =>
      letIn(one) &&
      one.sessionChanges.some(
        ({ change, record, previous }) =>
          change === 'touched' &&
          previous !== null &&
          record.lastSeenAt - previous.lastSeenAt >= 2 * minute,
      ),
  );
  return stayed?.sequence ?? null;
}

function isTooLate(exchange: Exchange): boolean {
  return (
    sentKey(exchange) !== undefined &&
    (traced(exchange, 'session-idle-expired') || traced(exchange, 'session-absolute-expired'))
  );
}
