import { pathOf, shopPages, traced } from '../../observations.ts';
import { isAtShop, isSet, openShop, shopCookies } from '../../preparations.ts';
import { httpSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

/** A bread is put into the cart, the server agrees, and the cart is empty. */
export const firstMeeting: Step = {
  slug: 'first-meeting',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) =>
    isAtShop(lab) && isSet(lab, { remember: 'nothing' }) && shopCookies(lab).length === 0,
  prepare: (lab) => openShop(lab, { remember: 'nothing' }),
  questions: [
    {
      slug: 'where-is-the-bread',
      when: 'after',
      answers: [
        { slug: 'lost-on-the-way', right: false },
        { slug: 'let-go', right: true },
        { slug: 'kept-hidden', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'add', pointsAt: 'page', reached: (evidence) => addedAt(evidence) !== null },
    {
      slug: 'look',
      pointsAt: 'page',
      reached: (evidence) => {
        const added = addedAt(evidence);
        return (
          added !== null &&
          shopPages(evidence).some(
            (one) => one.sequence > added && one.cause !== 'redirect' && pathOf(one) === '/cart',
          )
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('trace');
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.answer('where-is-the-bread', 'let-go');
  },
  sources: [httpSpec('3.3'), mdn('HTTP/Guides/Overview')],
};

/** Where in the log a bread was put into the cart, and let go of. */
function addedAt(evidence: Evidence): number | null {
  const added = shopPages(evidence).find((one) => traced(one, 'nothing-remembered'));
  return added?.sequence ?? null;
}
