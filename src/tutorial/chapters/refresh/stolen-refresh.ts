import { traced } from '../../observations.ts';
import { alice, mallory } from '../../preparations.ts';
import type { Evidence, Step } from '../../step.ts';
import {
  comeAsAlice,
  holdsTokens,
  prepareTokens,
  sitDownAt,
  visitPage,
  wait,
  withinReach,
  type TokensWanted,
} from './alices-tokens.ts';
import { askedApi } from './tokens.ts';
import { oauthPractice } from './token-sources.ts';

const settings: TokensWanted = {
  ...withinReach,
  rotateRefreshTokens: false,
  detectRefreshReuse: false,
};

/** Without rotation a copy is as good as the token for all its life; with it, each use kills the other copy. */
export const stolenRefresh: Step = {
  slug: 'stolen-refresh',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) => holdsTokens(lab, settings),
  prepare: (lab) => prepareTokens(lab, settings),
  questions: [
    {
      slug: 'how-long',
      when: 'before',
      answers: [
        { slug: 'five-minutes', right: false },
        { slug: 'a-day', right: true },
        { slug: 'alice-notices', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'copy-refreshes',
      pointsAt: 'console',
      reached: (evidence) => kept(evidence).length > 0,
    },
    {
      slug: 'and-again',
      pointsAt: 'clock',
      reached: (evidence) => kept(evidence).length > 1,
    },
    {
      slug: 'old-one-dies',
      pointsAt: 'token-settings',
      reached: (evidence) =>
        askedApi(evidence, '/refresh', mallory).some((one) => traced(one, 'refresh-token-reused')),
    },
  ],
  wrongTurns: [
    {
      slug: 'alice-did-not-refresh',
      taken: (evidence) =>
        evidence.lab.settings.rotateRefreshTokens &&
        askedApi(evidence, '/refresh', mallory).some((one) =>
          traced(one, 'refresh-token-replaced'),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-long', 'a-day');
    await comeAsAlice(hands);
    await hands.pointAt('message');
    await wait(hands, 6);
    await visitPage(hands, '/account');
    await hands.act('token-settings', (lab) => lab.changeSettings({ rotateRefreshTokens: true }));
    await sitDownAt(hands, alice);
    await visitPage(hands, '/account');
    await sitDownAt(hands, mallory);
    await wait(hands, 6);
    await visitPage(hands, '/account');
    await hands.pointAt('refresh-tokens');
  },
  sources: [oauthPractice('4.14.2'), oauthPractice('2.2.2')],
};

/** Mallory's refreshes by a token that stayed as it was. */
function kept(evidence: Evidence) {
  return askedApi(evidence, '/refresh', mallory).filter((one) => traced(one, 'refresh-token-kept'));
}
