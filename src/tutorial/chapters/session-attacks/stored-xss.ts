import { traced } from '../../observations.ts';
import { alice, mallory } from '../../preparations.ts';
import { sessionCheatSheet, xssCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isSceneSet, product, reviewIn, setScene, type Scene } from './alices-visit.ts';
import { comeAsAlice, sitDownAt, stepInto, writeReview } from './moves.ts';
import { thief } from './scripts.ts';
import { bringsKey, hasWrongKey, isTakenForAlice, lootOfAlice, mallorys } from './seen.ts';

const scene: Scene = {
  settings: { cookie: { httpOnly: false }, protection: { escapeReviews: false } },
};

/** A review that is script: it runs in the page of whoever reads it, and sends the key away. */
export const storedXss: Step = {
  slug: 'stored-xss',
  open: ['browser', 'server'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'whose-script',
      when: 'before',
      answers: [
        { slug: 'shops', right: true },
        { slug: 'evils', right: false },
        { slug: 'nobodys', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'planted',
      pointsAt: 'browser-choice',
      reached: (evidence) => mallorys(evidence).some((one) => traced(one, 'review-written')),
    },
    {
      slug: 'collected',
      pointsAt: 'address-bar',
      reached: (evidence) => lootOfAlice(evidence).some((one) => bringsKey(one, evidence)),
    },
    {
      slug: 'used',
      pointsAt: 'loot',
      reached: ({ exchanges }) => exchanges.some(isTakenForAlice),
    },
  ],
  wrongTurns: [
    {
      slug: 'no-script',
      taken: (evidence) => {
        const newest = mallorys(evidence).findLast((one) => traced(one, 'review-written'));
        return (
          newest !== undefined &&
          !reviewIn(newest).includes('<') &&
          lootOfAlice(evidence).length === 0
        );
      },
    },
    { slug: 'wrong-value', taken: hasWrongKey },
  ],
  showMe: async (hands) => {
    await hands.answer('whose-script', 'shops');
    await sitDownAt(hands, mallory);
    await hands.visit(product);
    await writeReview(hands, thief, 'loot-collected');
    await sitDownAt(hands, alice);
    await stepInto(hands, product, 'loot-collected');
    await hands.pointAt('loot');
    await comeAsAlice(hands);
    await hands.pointAt('trace');
  },
  sources: [xssCheatSheet, sessionCheatSheet('httponly-attribute')],
};
