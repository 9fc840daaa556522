import { requestText } from '../../../http/wire-text.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { pathOf, shopPages } from '../../observations.ts';
import { alice, isAtShop, isSet, mallory, openShop, shopCookies } from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

/** Two people ask for the same page: their messages are the same, octet for octet. */
export const noName: Step = {
  slug: 'no-name',
  open: ['browser', 'wire'],
  accepts: (lab) =>
    isAtShop(lab) && isSet(lab, { remember: 'nothing' }) && shopCookies(lab).length === 0,
  prepare: (lab) => openShop(lab, { remember: 'nothing' }),
  questions: [
    {
      slug: 'which-line',
      when: 'before',
      answers: [
        { slug: 'host', right: false },
        { slug: 'user-agent', right: false },
        { slug: 'none', right: true },
      ],
    },
    {
      slug: 'whose',
      when: 'after',
      answers: [
        { slug: 'order', right: false },
        { slug: 'language', right: false },
        { slug: 'cannot-tell', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'as-alice',
      pointsAt: 'page',
      reached: (evidence) => frontPages(evidence, alice).length > 0,
    },
    {
      slug: 'as-mallory',
      pointsAt: 'browser-choice',
      reached: (evidence) =>
        frontPages(evidence, mallory).some((hers) =>
          frontPages(evidence, alice).some((one) => isSameMessage(one, hers)),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('which-line', 'none');
    await hands.visit('/');
    await hands.pointAt('message');
    await hands.act('browser-choice', (lab) => lab.showBrowser(mallory));
    await hands.visit('/');
    await hands.pointAt('message');
    await hands.answer('whose', 'cannot-tell');
  },
  sources: [httpSpec('3.3'), httpSpec('7.2'), httpSpec('10.1.5')],
};

/** Typed or reloaded, not followed: a link adds where one came from. */
function frontPages(evidence: Evidence, browserId: string): readonly Exchange[] {
  return shopPages(evidence).filter((one) => one.browserId === browserId && pathOf(one) === '/');
}

function isSameMessage(one: Exchange, other: Exchange): boolean {
  return requestText(one.request) === requestText(other.request);
}
