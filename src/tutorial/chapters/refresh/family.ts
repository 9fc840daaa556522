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
} from './alices-tokens.ts';
import { askedApi } from './tokens.ts';
import { oauthPractice } from './token-sources.ts';

/** One token shows up twice: the server cannot tell the thief from the owner, and signs both out. */
export const family: Step = {
  slug: 'family',
  open: ['browser', 'server'],
  accepts: (lab) => holdsTokens(lab, withinReach),
  prepare: (lab) => prepareTokens(lab, withinReach),
  questions: [
    {
      slug: 'who-is-out',
      when: 'before',
      answers: [
        { slug: 'mallory', right: false },
        { slug: 'alice', right: false },
        { slug: 'both', right: true },
      ],
    },
    {
      slug: 'two-tabs',
      when: 'after',
      answers: [
        { slug: 'false-alarm', right: true },
        { slug: 'nothing', right: false },
        { slug: 'second-family', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'thief-first',
      pointsAt: 'browser-choice',
      reached: (evidence) => thiefsRefresh(evidence) !== undefined,
    },
    {
      slug: 'alarm',
      pointsAt: 'refresh-tokens',
      reached: (evidence) => {
        const first = thiefsRefresh(evidence);
        return (
          first !== undefined &&
          askedApi(evidence, '/refresh').some(
            (one) => one.sequence > first.sequence && traced(one, 'family-revoked'),
          )
        );
      },
    },
    {
      slug: 'both-out',
      pointsAt: 'clock',
      reached: (evidence) =>
        askedApi(evidence, '/refresh', mallory).some((one) => traced(one, 'refresh-token-revoked')),
    },
  ],
  wrongTurns: [
    {
      slug: 'alice-first',
      taken: (evidence) =>
        thiefsRefresh(evidence) === undefined &&
        askedApi(evidence, '/refresh').some((one) => traced(one, 'refresh-token-replaced')),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('who-is-out', 'both');
    await comeAsAlice(hands);
    await sitDownAt(hands, alice);
    await wait(hands, 6);
    await visitPage(hands, '/account');
    await hands.pointAt('refresh-tokens');
    await sitDownAt(hands, mallory);
    await visitPage(hands, '/account');
    await hands.pointAt('trace');
    await hands.answer('two-tabs', 'false-alarm');
  },
  sources: [oauthPractice('4.14.2')],
};

function thiefsRefresh(evidence: Evidence) {
  return askedApi(evidence, '/refresh', mallory).find((one) =>
    traced(one, 'refresh-token-replaced'),
  );
}
