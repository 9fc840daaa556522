import { alice, mallory } from '../../preparations.ts';
import { cookieSpec, sessionCheatSheet, xssCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isSceneSet, product, setScene, type Scene } from './alices-visit.ts';
import { sitDownAt, stepInto, writeReview } from './moves.ts';
import { buyer, thief } from './scripts.ts';
import { bringsKey, isOf, lootOfAlice, ordersByScript, ordersOfAlice } from './seen.ts';

const scene: Scene = { settings: { protection: { escapeReviews: false } }, reviews: [thief] };

/** HttpOnly keeps the key from script; script orders with it all the same. */
export const httpOnlyLimits: Step = {
  slug: 'http-only-limits',
  open: ['browser', 'server'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'what-remains',
      when: 'before',
      answers: [
        { slug: 'safe', right: false },
        { slug: 'reads-anyway', right: false },
        { slug: 'orders', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'empty-handed',
      pointsAt: 'address-bar',
      reached: (evidence) => lootOfAlice(evidence).some((one) => !bringsKey(one, evidence)),
    },
    {
      slug: 'ordered',
      pointsAt: 'browser-choice',
      reached: (evidence) => ordersByScript(evidence).length > 0,
    },
  ],
  wrongTurns: [
    {
      slug: 'by-hand',
      taken: (evidence) =>
        ordersOfAlice(evidence).some((one) => isOf(alice)(one) && one.kind === 'navigation'),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-remains', 'orders');
    await stepInto(hands, product, 'loot-collected');
    await hands.pointAt('loot');
    await sitDownAt(hands, mallory);
    await hands.visit(product);
    await writeReview(hands, buyer, 'sign-in-required');
    await sitDownAt(hands, alice);
    await stepInto(hands, product, 'order-written');
    await hands.pointAt('trace');
  },
  sources: [cookieSpec('5.8.3'), sessionCheatSheet('httponly-attribute'), xssCheatSheet],
};
