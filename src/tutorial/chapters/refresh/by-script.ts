import { isPrivatePage, shopPages, traced } from '../../observations.ts';
import { mdn } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { holdsTokens, prepareTokens, runInConsole, visitPage } from './alices-tokens.ts';
import { askedApi, bearerToken, isLetIn } from './tokens.ts';
import { bearerSpec, fetchSpec } from './token-sources.ts';

const elsewhere = 'https://evil.example/';
const api = 'https://api.shop.example/me';

/** The page comes empty, its script asks for what is in it, and nothing goes along unless script says so. */
export const byScript: Step = {
  slug: 'by-script',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsTokens(lab, {}),
  prepare: (lab) => prepareTokens(lab, {}),
  questions: [
    {
      slug: 'who-adds-it',
      when: 'before',
      answers: [
        { slug: 'script', right: true },
        { slug: 'browser', right: false },
        { slug: 'server', right: false },
      ],
    },
    {
      slug: 'what-cors-does',
      when: 'after',
      answers: [
        { slug: 'protects-server', right: false },
        { slug: 'signs-in', right: false },
        { slug: 'asks-first', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'filled-in',
      pointsAt: 'page',
      reached: (evidence) => {
        const page = shopPages(evidence).find(
          (one) => isPrivatePage(one) && bearerToken(one) === null,
        );
        return (
          page !== undefined &&
          askedApi(evidence, '/me').some((one) => one.sequence > page.sequence && isLetIn(one))
        );
      },
    },
    {
      slug: 'without-token',
      pointsAt: 'console',
      reached: (evidence) => askedApi(evidence, '/me').some((one) => traced(one, 'bearer-absent')),
    },
    {
      slug: 'from-elsewhere',
      pointsAt: 'console',
      reached: ({ exchanges }) =>
        exchanges.some((one) => one.kind === 'preflight' && traced(one, 'origin-refused')),
    },
  ],
  wrongTurns: [
    {
      slug: 'plain-request',
      taken: ({ exchanges }) =>
        exchanges.some(
          (one) =>
            one.kind === 'fetch' &&
            one.scriptRefusal !== null &&
            one.request.targetUri === api &&
            bearerToken(one) === null,
        ) && !exchanges.some(({ kind }) => kind === 'preflight'),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('who-adds-it', 'script');
    await visitPage(hands, '/account');
    await hands.pointAt('message');
    await runInConsole(hands, `(await fetch('${api}')).status`);
    await hands.pointAt('message');
    await visitPage(hands, elsewhere);
    await runInConsole(hands, `await fetch('${api}', { headers: { Authorization: 'Bearer x' } })`);
    await hands.pointAt('message');
    await hands.answer('what-cors-does', 'asks-first');
  },
  sources: [bearerSpec('2.1'), bearerSpec('3'), fetchSpec, mdn('HTTP/Guides/CORS')],
};
