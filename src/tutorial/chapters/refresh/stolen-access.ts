import { alice, mallory } from '../../preparations.ts';
import type { Evidence, Hands, Step } from '../../step.ts';
import {
  holdsTokens,
  prepareTokens,
  runInConsole,
  signInByHand,
  sitDownAt,
  visitPage,
  wait,
} from './alices-tokens.ts';
import { askedApi, askWith, isExpired, isLetIn, lifeOfToken, storedToken } from './tokens.ts';
import { bearerSpec, browserApps, oauthPractice } from './token-sources.ts';

/** Whoever has the token is Alice, for as long as it lives: the thief's window, and how wide it is. */
export const stolenAccess: Step = {
  slug: 'stolen-access',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsTokens(lab, {}),
  prepare: (lab) => prepareTokens(lab, {}),
  questions: [
    {
      slug: 'how-long',
      when: 'before',
      answers: [
        { slug: 'for-ever', right: false },
        { slug: 'until-exp', right: true },
        { slug: 'never', right: false },
      ],
    },
    {
      slug: 'price-of-a-minute',
      when: 'after',
      answers: [
        { slug: 'refreshes', right: true },
        { slug: 'nothing', right: false },
        { slug: 'bigger-tokens', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'thief-is-in',
      pointsAt: 'browser-choice',
      reached: (evidence) => mallorys(evidence).some(isLetIn),
    },
    {
      slug: 'thief-is-out',
      pointsAt: 'clock',
      reached: (evidence) => mallorys(evidence).some(isExpired),
    },
    {
      slug: 'shorter',
      pointsAt: 'token-settings',
      reached: (evidence) =>
        mallorys(evidence).some((one) => isExpired(one) && (lifeOfToken(one) ?? 300) <= 60),
    },
  ],
  wrongTurns: [
    {
      slug: 'old-token',
      taken: (evidence) =>
        evidence.lab.settings.accessTokenLifetimeSeconds <= 60 &&
        (mallorys(evidence).map(lifeOfToken).at(-1) ?? 0) > 60 &&
        mallorys(evidence).filter(isExpired).length > 1,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-long', 'until-exp');
    await useCopy(hands, 6);
    await sitDownAt(hands, alice);
    await hands.act('token-settings', (lab) =>
      lab.changeSettings({ accessTokenLifetimeSeconds: 60 }),
    );
    await signInByHand(hands);
    await useCopy(hands, 2);
    await hands.answer('price-of-a-minute', 'refreshes');
  },
  sources: [bearerSpec('5.2'), bearerSpec('5.3'), oauthPractice('4.10'), browserApps('5.1')],
};

function mallorys(evidence: Evidence) {
  return askedApi(evidence, '/me', mallory);
}

/** Mallory uses Alice's token, at once and so many minutes later. */
async function useCopy(hands: Hands, minutes: number): Promise<void> {
  const line = askWith(storedToken(hands.lab, 'access_token') ?? '');
  await sitDownAt(hands, mallory);
  await visitPage(hands, '/');
  await runInConsole(hands, line);
  await wait(hands, minutes);
  await runInConsole(hands, line);
  await hands.pointAt('message');
}
