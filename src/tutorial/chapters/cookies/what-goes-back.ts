import { isToShop, sent, shopPages } from '../../observations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { holdsOnlyCart, prepareCart } from './plain-cart.ts';

/** `Cookie` carries names and values only, and pictures carry it too. */
export const whatGoesBack: Step = {
  slug: 'what-goes-back',
  open: ['browser', 'wire'],
  accepts: holdsOnlyCart,
  prepare: prepareCart,
  questions: [
    {
      slug: 'which-parts',
      when: 'before',
      answers: [
        { slug: 'whole-line', right: false },
        { slug: 'name-and-value', right: true },
        { slug: 'value', right: false },
      ],
    },
    {
      slug: 'which-requests',
      when: 'before',
      answers: [
        { slug: 'page', right: false },
        { slug: 'forms', right: false },
        { slug: 'pictures-too', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'load-page',
      pointsAt: 'page',
      reached: (evidence) =>
        shopPages(evidence).some((page) => sent(page, 'cart') !== undefined) &&
        evidence.exchanges.some(
          (one) => one.kind === 'subresource' && isToShop(one) && sent(one, 'cart') !== undefined,
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('which-parts', 'name-and-value');
    await hands.answer('which-requests', 'pictures-too');
    await hands.visit('/');
    await hands.pointAt('exchanges');
    await hands.pointAt('message');
  },
  sources: [cookieSpec('4.2.2'), cookieSpec('5.8.3')],
};
