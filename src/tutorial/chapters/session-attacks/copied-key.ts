import { pathOf, traced } from '../../observations.ts';
import { mallory } from '../../preparations.ts';
import { sessionCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { comeAsAlice } from './moves.ts';
import { hasWrongKey, isOf, isTakenForAlice, mallorys, ordersOfAlice } from './seen.ts';

const scene: Scene = { settings: {}, bread: true };

/** A copied key is as good as the first; what helps is to ask for more than the key. */
export const copiedKey: Step = {
  slug: 'copied-key',
  open: ['browser', 'server'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'what-differs',
      when: 'before',
      answers: [
        { slug: 'nothing-asked', right: true },
        { slug: 'address', right: false },
        { slug: 'copy-mark', right: false },
      ],
    },
    {
      slug: 'tie-it',
      when: 'after',
      answers: [
        { slug: 'solves-it', right: false },
        { slug: 'useless', right: false },
        { slug: 'costs', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'as-alice',
      pointsAt: 'browser-choice',
      reached: ({ exchanges }) => exchanges.some(isTakenForAlice),
    },
    {
      slug: 'no-order',
      pointsAt: 'protection',
      reached: (evidence) =>
        mallorys(evidence).some(
          (one) =>
            pathOf(one) === '/orders' &&
            (traced(one, 'password-wrong') || traced(one, 'password-asked-again')),
        ),
    },
  ],
  wrongTurns: [
    { slug: 'wrong-value', taken: hasWrongKey },
    { slug: 'ordered', taken: (evidence) => ordersOfAlice(evidence).some(isOf(mallory)) },
  ],
  showMe: async (hands) => {
    await hands.answer('what-differs', 'nothing-asked');
    await comeAsAlice(hands);
    await hands.pointAt('trace');
    await hands.act('protection', (lab) => lab.changeProtection({ askPasswordForOrders: true }));
    await hands.visit('/cart');
    await hands.submit('/orders', { password: 'alice123' });
    await hands.pointAt('trace');
    await hands.answer('tie-it', 'costs');
  },
  sources: [
    sessionCheatSheet('session-id-content-or-value'),
    sessionCheatSheet('binding-the-session-id-to-other-user-properties'),
    sessionCheatSheet('reauthentication-after-risk-events'),
  ],
};
