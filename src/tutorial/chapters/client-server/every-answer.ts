import { pathOf, shopPages } from '../../observations.ts';
import { httpSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopOpen, openPlainShop } from './nobody-remembers.ts';

/** Found, not found, look over there: each answer begins with a number that says so. */
export const everyAnswer: Step = {
  slug: 'every-answer',
  open: ['browser', 'wire'],
  accepts: isShopOpen,
  prepare: openPlainShop,
  questions: [
    {
      slug: 'nothing-there',
      when: 'before',
      answers: [
        { slug: 'silence', right: false },
        { slug: 'an-answer', right: true },
        { slug: 'front-page', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'found', pointsAt: 'page', reached: (evidence) => answered(evidence, 200) },
    { slug: 'not-found', pointsAt: 'address-bar', reached: (evidence) => answered(evidence, 404) },
    {
      slug: 'elsewhere',
      pointsAt: 'page',
      reached: (evidence) => {
        const sent = shopPages(evidence).find((one) => one.response?.status === 303);
        return (
          sent?.request.method === 'POST' &&
          shopPages(evidence).some(
            (one) =>
              one.parentId === sent.id && one.cause === 'redirect' && pathOf(one) === '/cart',
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'no-such-server',
      taken: ({ exchanges }) => exchanges.at(-1)?.failure === 'name-not-resolved',
    },
  ],
  showMe: async (hands) => {
    await hands.answer('nothing-there', 'an-answer');
    await hands.visit('/products/baguette');
    await hands.pointAt('message');
    await hands.visit('/products/pizza');
    await hands.pointAt('message');
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('exchanges');
  },
  sources: [httpSpec('15'), httpSpec('15.5.5'), httpSpec('15.4.4'), mdn('HTTP/Reference/Status')],
};

/** A page was asked for by itself, and answered so. */
function answered(evidence: Evidence, status: number): boolean {
  return shopPages(evidence).some(
    (one) =>
      one.request.method === 'GET' && one.cause !== 'redirect' && one.response?.status === status,
  );
}
