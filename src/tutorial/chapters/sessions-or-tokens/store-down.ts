import { total } from '../../../lab/load/load-plan.ts';
import { httpSpec, rfc } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isQuiet, loadsIn, openQuietShop, planLoad, type RunLoad } from './loads.ts';

const instances = { count: 3, sessionStore: 'shared' } as const;

/** The shared store stops: one way locks everybody out, the other nobody, the thief included. */
export const storeDown: Step = {
  slug: 'store-down',
  open: ['wire'],
  accepts: (lab) => isQuiet(lab) && lab.loads.plan.instances.sessionStore === 'shared',
  prepare: (lab) => openQuietShop(lab, { instances, breaks: 'instance' }),
  questions: [
    {
      slug: 'who-stays',
      when: 'before',
      answers: [
        { slug: 'tokens', right: true },
        { slug: 'both', right: false },
        { slug: 'sessions', right: false },
      ],
    },
    {
      slug: 'two-failures',
      when: 'after',
      answers: [
        { slug: 'tokens-win', right: false },
        { slug: 'same', right: false },
        { slug: 'closed-or-open', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'sessions-out',
      pointsAt: 'load',
      reached: (evidence) =>
        loadsIn(evidence).some(
          (load) => isStoreDown(load) && total(load.ways['jwt-cookie']).failed === 0,
        ),
    },
    {
      slug: 'tokens-out',
      pointsAt: 'load',
      reached: (evidence) =>
        loadsIn(evidence).some(
          (load) =>
            isStoreDown(load) &&
            load.plan.revocation !== 'none' &&
            total(load.ways['jwt-cookie']).failed > 0,
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'not-shared',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1)?.plan;
        return newest?.breaks === 'store' && newest.instances.sessionStore !== 'shared';
      },
    },
    {
      slug: 'store-stood',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1)?.plan;
        return newest !== undefined && newest.breaks !== 'store';
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('who-stays', 'tokens');
    await hands.act('load', (lab) => {
      planLoad(lab, { instances, breaks: 'store' });
      return lab.loads.run();
    });
    await hands.act('load', (lab) => {
      planLoad(lab, { instances, breaks: 'store', revocation: 'deny-list' });
      return lab.loads.run();
    });
    await hands.answer('two-failures', 'closed-or-open');
  },
  sources: [httpSpec('15.6.4'), rfc(7009, '3')],
};

/** The store stopped, and sessions with it. */
function isStoreDown({ plan, ways }: RunLoad): boolean {
  return plan.breaks === 'store' && total(ways.session).failed > 0;
}
