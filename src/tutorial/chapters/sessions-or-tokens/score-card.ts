import { jwtCheatSheet, sessionCheatSheet } from '../../sources.ts';
import type { Question, Step } from '../../step.ts';
import { isQuiet, loadsIn, openQuietShop, planLoad } from './loads.ts';

/** A prediction of which way comes out better by one measure. */
const winner = (slug: string, right: 'session' | 'token'): Question => ({
  slug,
  when: 'before',
  answers: (['session', 'token'] as const).map((way) => ({ slug: way, right: way === right })),
});

/** Four measures, four predictions, one load. */
export const scoreCard: Step = {
  slug: 'score-card',
  open: ['wire'],
  accepts: (lab) => isQuiet(lab) && lab.loads.plan.instances.count === 1,
  prepare: (lab) => openQuietShop(lab, {}),
  questions: [
    winner('fewer-look-ups', 'token'),
    winner('fewer-octets', 'session'),
    winner('survives-a-crash', 'token'),
    winner('locks-out', 'session'),
  ],
  goals: [
    {
      slug: 'run',
      pointsAt: 'load',
      reached: (evidence) =>
        loadsIn(evidence).some(
          ({ plan, ways }) => plan.breaks === 'instance' && ways.session.lostGuests > 0,
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'nothing-lost',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1);
        return newest !== undefined && newest.ways.session.lostGuests === 0;
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('fewer-look-ups', 'token');
    await hands.answer('fewer-octets', 'session');
    await hands.answer('survives-a-crash', 'token');
    await hands.answer('locks-out', 'session');
    await hands.act('load', (lab) => {
      planLoad(lab, {});
      return lab.loads.run();
    });
  },
  sources: [
    sessionCheatSheet('session-expiration'),
    jwtCheatSheet('no-built-in-token-revocation-by-the-user'),
  ],
};
