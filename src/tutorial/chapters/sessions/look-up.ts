import { letIn, pathOf, shopPages } from '../../observations.ts';
import { cookieSpec, mdn, sessionCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { isAliceSignedIn, prepareSignedIn } from './signed-in.ts';

/** From the key to the row to the name; and three things that are called session. */
export const lookUp: Step = {
  slug: 'look-up',
  open: ['wire', 'server', 'browser'],
  accepts: isAliceSignedIn,
  prepare: prepareSignedIn,
  questions: [
    {
      slug: 'which-session',
      when: 'after',
      answers: [
        { slug: 'row', right: false },
        { slug: 'session-cookie', right: false },
        { slug: 'session-storage', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'open-account',
      pointsAt: 'page',
      reached: (evidence) =>
        shopPages(evidence).some((one) => pathOf(one) === '/account' && letIn(one)),
    },
  ],
  showMe: async (hands) => {
    await hands.visit('/account');
    await hands.pointAt('message');
    await hands.pointAt('sessions');
    await hands.pointAt('trace');
    await hands.answer('which-session', 'session-storage');
  },
  sources: [
    sessionCheatSheet('session-id-content-or-value'),
    cookieSpec('5.7'),
    mdn('API/Window/sessionStorage'),
  ],
};
