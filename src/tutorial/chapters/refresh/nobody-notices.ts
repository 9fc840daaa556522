import { traced } from '../../observations.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsTokens, prepareTokens, visitPage, wait } from './alices-tokens.ts';
import { askedApi, isExpired, isLetIn } from './tokens.ts';
import { oauthPractice, oauthSpec } from './token-sources.ts';

/** 401, a fresh pair of tokens, once more: by the page's script, before anybody sees it. */
export const nobodyNotices: Step = {
  slug: 'nobody-notices',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) => holdsTokens(lab, {}),
  prepare: (lab) => prepareTokens(lab, {}),
  questions: [
    {
      slug: 'what-alice-sees',
      when: 'before',
      answers: [
        { slug: 'her-account', right: true },
        { slug: 'sign-in-page', right: false },
        { slug: 'old-page', right: false },
      ],
    },
    {
      slug: 'why-two',
      when: 'after',
      answers: [
        { slug: 'twice-as-safe', right: false },
        { slug: 'one-encrypted', right: false },
        { slug: 'rarely-shown', right: true },
      ],
    },
  ],
  goals: [
    { slug: 'retried', pointsAt: 'page', reached: (evidence) => retried(evidence) !== null },
    {
      slug: 'replaced',
      pointsAt: 'refresh-tokens',
      reached: (evidence) =>
        evidence.lab.tokens.refreshTokens.some(({ replacedAt }) => replacedAt !== null) &&
        askedApi(evidence, '/refresh').some((one) => traced(one, 'refresh-token-replaced')),
    },
  ],
  wrongTurns: [
    {
      slug: 'too-early',
      taken: (evidence) =>
        askedApi(evidence, '/me').some(isLetIn) && !askedApi(evidence, '/me').some(isExpired),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-alice-sees', 'her-account');
    await wait(hands, 6);
    await visitPage(hands, '/account');
    await hands.pointAt('exchanges');
    await hands.pointAt('refresh-tokens');
    await hands.answer('why-two', 'rarely-shown');
  },
  sources: [oauthSpec('1.5'), oauthSpec('6'), oauthPractice('4.14')],
};

/** Number of the request that went through after its token had been refused and replaced. */
function retried(evidence: Evidence): number | null {
  const refused = askedApi(evidence, '/me').find(isExpired);
  const refreshed = askedApi(evidence, '/refresh').find(
    (one) =>
      refused !== undefined && one.sequence > refused.sequence && one.response?.status === 200,
  );
  const again = askedApi(evidence, '/me').find(
    (one) => refreshed !== undefined && one.sequence > refreshed.sequence && isLetIn(one),
  );
  return again?.sequence ?? null;
}
