import { shopCookie } from '../../preparations.ts';
import { events, shopPages } from '../../observations.ts';
import { httpSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsOnlyCart, prepareCart } from './plain-cart.ts';

/** The client owns its cookies: the server cannot even notice that one is gone. */
export const deleteIt: Step = {
  slug: 'delete-it',
  open: ['browser', 'wire', 'server'],
  accepts: holdsOnlyCart,
  prepare: prepareCart,
  questions: [
    {
      slug: 'who-noticed',
      when: 'after',
      answers: [
        { slug: 'told-at-once', right: false },
        { slug: 'nothing', right: true },
        { slug: 'next-request', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'delete', pointsAt: 'cookies', reached: (evidence) => removedAt(evidence) !== null },
    {
      slug: 'open-cart',
      pointsAt: 'page',
      reached: (evidence) => {
        const removed = removedAt(evidence);
        return (
          removed !== null &&
          shopPages(evidence).some((one) => one.sequence > removed && one.cookies.sent.length === 0)
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.act('cookies', (lab) => {
      const cart = shopCookie(lab, 'cart');
      if (cart) lab.deleteCookie(cart);
    });
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.answer('who-noticed', 'nothing');
  },
  sources: [httpSpec('3.3'), mdn('HTTP/Guides/Cookies')],
};

function removedAt({ entries }: Evidence): number | null {
  return (
    events(entries, 'cookie-removed').find(({ cookie }) => cookie.domain === 'shop.example')
      ?.sequence ?? null
  );
}
