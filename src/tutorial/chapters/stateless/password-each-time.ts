import type { Exchange } from '../../../lab/exchange.ts';
import { shopPages, traced } from '../../observations.ts';
import { credentials, isAtShop, isSet, openShop, shop, shopCookies } from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

/** Stateless and yet personal: each request carries all that it takes. */
export const passwordEachTime: Step = {
  slug: 'password-each-time',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, { remember: 'nothing' }) &&
    shopCookies(lab).length === 0 &&
    (lab.browser.activeTab?.page?.url ?? '').endsWith('/products/croissant'),
  prepare: async (lab) => {
    await openShop(lab, { remember: 'nothing' });
    await lab.visit(`${shop}/products/croissant`);
  },
  questions: [
    {
      slug: 'ten-orders',
      when: 'after',
      answers: [
        { slug: 'once', right: false },
        { slug: 'ten-times', right: true },
        { slug: 'twenty-times', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'order', pointsAt: 'page', reached: (evidence) => ordersIn(evidence).length >= 1 },
    { slug: 'again', pointsAt: 'page', reached: (evidence) => ordersIn(evidence).length >= 2 },
  ],
  wrongTurns: [
    {
      slug: 'only-into-the-cart',
      taken: (evidence) =>
        shopPages(evidence).some((one) => traced(one, 'nothing-remembered')) &&
        ordersIn(evidence).length === 0,
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/orders', { product: 'croissant', ...credentials('alice') });
    await hands.pointAt('message');
    await hands.visit('/products/baguette');
    await hands.submit('/orders', { product: 'baguette', ...credentials('alice') });
    await hands.pointAt('trace');
    await hands.answer('ten-orders', 'ten-times');
  },
  sources: [httpSpec('9.3.3'), httpSpec('3.3')],
};

/** Orders that carried the password themselves. */
function ordersIn(evidence: Evidence): readonly Exchange[] {
  return shopPages(evidence).filter(
    (one) => traced(one, 'password-matched') && traced(one, 'order-written'),
  );
}
