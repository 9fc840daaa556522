import { isPrivatePage, sentKey, shopPages, traced } from '../../observations.ts';
import { keyCookie } from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isAliceSignedIn, prepareSignedIn } from './signed-in.ts';

/** Knowing who someone is does not say what they may do. */
export const authorisation: Step = {
  slug: 'authorisation',
  open: ['browser', 'wire', 'server'],
  accepts: isAliceSignedIn,
  prepare: prepareSignedIn,
  questions: [
    {
      slug: 'what-answer',
      when: 'before',
      answers: [
        { slug: 'the-order', right: false },
        { slug: 'sign-in-page', right: false },
        { slug: 'forbidden', right: true },
      ],
    },
    {
      slug: 'api',
      when: 'after',
      answers: [
        { slug: 'unauthorized', right: true },
        { slug: 'see-other', right: false },
        { slug: 'forbidden', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'bobs-order',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) => one.response?.status === 403 && traced(one, 'order-owner-differs'),
        ),
    },
    {
      slug: 'without-key',
      pointsAt: 'cookies',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) =>
            isPrivatePage(one) && sentKey(one) === undefined && traced(one, 'sign-in-required'),
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'own-order',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'order-owner-matched');
      },
    },
    {
      slug: 'no-such-order',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'order-unknown');
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-answer', 'forbidden');
    await hands.visit('/orders/1002');
    await hands.pointAt('trace');
    await hands.act('cookies', (lab) => {
      const key = keyCookie(lab);
      if (key) lab.deleteCookie(key);
    });
    await hands.visit('/account');
    await hands.pointAt('message');
    await hands.answer('api', 'unauthorized');
  },
  sources: [httpSpec('15.5.2'), httpSpec('15.5.4')],
};
