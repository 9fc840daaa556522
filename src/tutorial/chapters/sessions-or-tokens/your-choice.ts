import type { LoadPlan, WayOutcome } from '../../../lab/load/load-plan.ts';
import { rfc, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isHurt, isQuiet, loadsIn, openQuietShop, outcomes, planLoad } from './loads.ts';

const fiveMinutes = 5 * 60_000;

/** Three customers, each with other wishes; several ways fulfil each of them. */
export const yourChoice: Step = {
  slug: 'your-choice',
  open: ['wire'],
  accepts: (lab) => isQuiet(lab) && lab.loads.plan.breaks === 'instance',
  prepare: (lab) => openQuietShop(lab, { instances: { count: 3 } }),
  questions: [
    {
      slug: 'which-is-better',
      when: 'after',
      answers: [
        { slug: 'sessions', right: false },
        { slug: 'tokens', right: false },
        { slug: 'for-what', right: true },
      ],
    },
  ],
  goals: [
    { slug: 'bank', pointsAt: 'load', reached: (evidence) => isMet(evidence, bank) },
    { slug: 'newspaper', pointsAt: 'load', reached: (evidence) => isMet(evidence, newspaper) },
    { slug: 'mobile', pointsAt: 'load', reached: (evidence) => isMet(evidence, mobile) },
  ],
  wrongTurns: [
    {
      slug: 'no-customer',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1);
        return (
          newest !== undefined &&
          !outcomes(newest).some((outcome) =>
            [bank, newspaper, mobile].some((wish) => wish(outcome, newest.plan)),
          )
        );
      },
    },
    {
      slug: 'one-instance',
      taken: (evidence) => loadsIn(evidence).at(-1)?.plan.instances.count === 1,
    },
    {
      slug: 'no-crash',
      taken: (evidence) => loadsIn(evidence).at(-1)?.plan.breaks === 'nothing',
    },
  ],
  showMe: async (hands) => {
    await hands.act('load', (lab) => {
      planLoad(lab, { instances: { count: 3, sessionStore: 'shared' } });
      return lab.loads.run();
    });
    await hands.act('load', (lab) => {
      planLoad(lab, { instances: { count: 3 } });
      return lab.loads.run();
    });
    await hands.act('load', (lab) => {
      planLoad(lab, { instances: { count: 3 }, tokenLifetimeSeconds: 5 * 60 });
      return lab.loads.run();
    });
    await hands.answer('which-is-better', 'for-what');
  },
  sources: [sessionCheatSheet('session-expiration'), rfc(10017, '6.1'), rfc(6750, '5.3')],
};

type Wish = (outcome: WayOutcome, plan: LoadPlan) => boolean;

/** Several instances, one of which crashed, and no guest has noticed. */
const standsACrash: Wish = (outcome, plan) =>
  plan.instances.count > 1 && plan.breaks === 'instance' && !isHurt(outcome);

/** A stolen key opens nothing from the next request on. */
const bank: Wish = (outcome, plan) => standsACrash(outcome, plan) && outcome.lockOutMs === 0;

/** Nothing is kept about the readers. */
const newspaper: Wish = (outcome, plan) =>
  standsACrash(outcome, plan) && outcome.serverOctets === 0 && outcome.storeTrips === 0;

/** No look-up, and a thief is out within five minutes. */
const mobile: Wish = (outcome, plan) =>
  standsACrash(outcome, plan) &&
  outcome.lookUps === 0 &&
  outcome.lockOutMs !== null &&
  outcome.lockOutMs <= fiveMinutes;

function isMet(evidence: Evidence, wish: Wish): boolean {
  return loadsIn(evidence).some((load) =>
    outcomes(load).some((outcome) => wish(outcome, load.plan)),
  );
}
