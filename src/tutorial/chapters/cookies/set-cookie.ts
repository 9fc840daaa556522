import { isAtShop, isSet, openShop, shopCookies } from '../../preparations.ts';
import { sent, shopPages, storedNamed } from '../../observations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Step } from '../../step.ts';

/** One value in `Set-Cookie`, in the jar, and in `Cookie`. */
export const setCookie: Step = {
  slug: 'set-cookie',
  open: ['browser', 'wire'],
  accepts: (lab) =>
    isAtShop(lab) && isSet(lab, { remember: 'plain-cookie' }) && shopCookies(lab).length === 0,
  prepare: (lab) => openShop(lab, { remember: 'plain-cookie' }),
  questions: [
    {
      slug: 'who-copied',
      when: 'after',
      answers: [
        { slug: 'browser', right: true },
        { slug: 'server', right: false },
        { slug: 'script', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'add-bread',
      pointsAt: 'page',
      reached: ({ exchanges }) => exchanges.some((one) => storedNamed(one, 'cart') !== undefined),
    },
    {
      slug: 'come-back',
      pointsAt: 'page',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) =>
            one.cause !== 'redirect' &&
            one.request.method === 'GET' &&
            sent(one, 'cart') !== undefined,
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('cookies');
    await hands.visit('/cart');
    await hands.pointAt('message');
    await hands.answer('who-copied', 'browser');
  },
  sources: [cookieSpec('3.1'), mdn('HTTP/Guides/Cookies')],
};
