import type { Step } from '../../step.ts';
import { holdsTokens, prepareTokens, runInConsole, wait } from './alices-tokens.ts';
import { askedApi, askWith, isExpired, isLetIn, storedToken } from './tokens.ts';
import { bearerSpec, jwtSpec } from './token-sources.ts';

/** The same token, five minutes later: nothing about it has changed but the time. */
export const shortLife: Step = {
  slug: 'short-life',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsTokens(lab, {}),
  prepare: (lab) => prepareTokens(lab, {}),
  questions: [
    {
      slug: 'who-ends-it',
      when: 'before',
      answers: [
        { slug: 'browser-deletes', right: false },
        { slug: 'server-row', right: false },
        { slug: 'verifier-refuses', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'good',
      pointsAt: 'console',
      reached: (evidence) => askedApi(evidence, '/me').some(isLetIn),
    },
    {
      slug: 'expired',
      pointsAt: 'clock',
      reached: (evidence) => askedApi(evidence, '/me').some(isExpired),
    },
  ],
  showMe: async (hands) => {
    const token = storedToken(hands.lab, 'access_token') ?? '';
    await hands.answer('who-ends-it', 'verifier-refuses');
    await runInConsole(hands, askWith(token));
    await wait(hands, 6);
    await runInConsole(hands, askWith(token));
    await hands.pointAt('message');
  },
  sources: [bearerSpec('3.1'), jwtSpec('4.1.4'), bearerSpec('5.3')],
};
