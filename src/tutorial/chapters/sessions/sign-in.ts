import { shopPages, storedKey, traced } from '../../observations.ts';
import { credentials, openShop, shop } from '../../preparations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { asNamed, isNobodySignedIn } from './signed-in.ts';

/** Password checked, row written, key handed out: in this order. */
export const signIn: Step = {
  slug: 'sign-in',
  open: ['browser', 'wire', 'server'],
  accepts: isNobodySignedIn,
  prepare: async (lab) => {
    await openShop(lab, asNamed(lab));
    await lab.visit(`${shop}/login`);
  },
  questions: [
    {
      slug: 'order',
      when: 'after',
      answers: [
        { slug: 'password-row-cookie', right: true },
        { slug: 'row-password-cookie', right: false },
        { slug: 'cookie-row-password', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'sign-in',
      pointsAt: 'page',
      reached: ({ exchanges }) =>
        exchanges.some(
          (one) =>
            traced(one, 'password-matched') &&
            traced(one, 'session-row-written') &&
            storedKey(one) !== undefined,
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'wrong-password',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'password-wrong');
      },
    },
  ],
  showMe: async (hands) => {
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('sessions');
    await hands.pointAt('cookies');
    await hands.pointAt('trace');
    await hands.answer('order', 'password-row-cookie');
  },
  sources: [sessionCheatSheet('session-id-properties'), cookieSpec('8.4')],
};
