import type { Lab } from '../../../lab/lab.svelte.ts';
import { shopCookie } from '../../preparations.ts';
import { events, sent, shopPages, traced } from '../../observations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsOnlyCart, prepareCart } from './plain-cart.ts';

/** A price in a cookie is what the customer says it is, unless the shop signs it. */
export const forge: Step = {
  slug: 'forge',
  open: ['browser', 'server'],
  accepts: holdsOnlyCart,
  prepare: prepareCart,
  questions: [
    {
      slug: 'still-readable',
      when: 'after',
      answers: [
        { slug: 'unreadable', right: false },
        { slug: 'readable', right: true },
        { slug: 'shop-only', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'cheaper',
      pointsAt: 'cookies',
      reached: (evidence) => {
        const forged = forgedValues(evidence);
        return shopPages(evidence).some((one) => {
          const value = sent(one, 'cart');
          return (
            value !== undefined &&
            forged.includes(value) &&
            traced(one, 'plain-cart-trusted') &&
            !traced(one, 'cookie-signature-matched')
          );
        });
      },
    },
    {
      slug: 'sign',
      pointsAt: 'cookie-attributes',
      reached: (evidence) => signedAt(evidence) !== null,
    },
    {
      slug: 'refused',
      pointsAt: 'cookies',
      reached: (evidence) => {
        const forged = forgedValues(evidence, signedAt(evidence) ?? Number.POSITIVE_INFINITY);
        return shopPages(evidence).some((one) => {
          const value = sent(one, 'cart');
          return (
            value !== undefined && forged.includes(value) && traced(one, 'cookie-signature-wrong')
          );
        });
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'not-understood',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'plain-cart-not-understood');
      },
    },
    {
      slug: 'old-cookie',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return (
          signedAt(evidence) === null &&
          newest !== undefined &&
          traced(newest, 'cookie-signature-wrong')
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.act('cookies', (lab) => edit(lab, (value) => value.replace(/:\d+$/, ':10')));
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.act('cookie-attributes', (lab) => lab.changeSettings({ signPlainCookie: true }));
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('cookies');
    await hands.act('cookies', (lab) => edit(lab, (value) => value.replace(/:\d+\./, ':10.')));
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.answer('still-readable', 'readable');
  },
  sources: [cookieSpec('8.3'), cookieSpec('8.4')],
};

/** Values that a hand wrote into the cart's cookie after a point of the log, at another price than before. */
function forgedValues({ entries }: Evidence, since = 0): readonly string[] {
  return events(entries, 'cookie-edited')
    .filter(
      ({ cookie, previous, sequence }) =>
        cookie.name === 'cart' && sequence > since && cookie.value !== previous?.value,
    )
    .map(({ cookie }) => cookie.value);
}

/** When the shop first sent a signed cart. */
function signedAt({ exchanges }: Evidence): number | null {
  return exchanges.find((one) => traced(one, 'cookie-signed'))?.sequence ?? null;
}

function edit(lab: Lab, change: (value: string) => string): void {
  const cart = shopCookie(lab, 'cart');
  if (cart) lab.putCookie({ ...cart, value: change(cart.value) });
}
