import { hostOf, pathOf, sent, traced } from '../../observations.ts';
import { events } from '../../observations.ts';
import {
  addBread,
  isAtShop,
  isSet,
  openShop,
  shop,
  shopCookies,
  type SettingsWanted,
} from '../../preparations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { runLine } from '../../console.ts';

const settings: SettingsWanted = {
  remember: 'plain-cookie',
  cookie: { path: '/cart', httpOnly: false },
};

/** A path keeps a cookie out of other pages' requests, and out of nobody's reach. */
export const path: Step = {
  slug: 'path',
  open: ['browser', 'wire'],
  accepts: (lab) => {
    const [cart, ...others] = shopCookies(lab);
    return (
      isAtShop(lab) &&
      lab.browser.activeTab?.page?.url === `${shop}/` &&
      isSet(lab, settings) &&
      others.length === 0 &&
      cart?.path === '/cart'
    );
  },
  prepare: async (lab) => {
    await openShop(lab, settings);
    await addBread(lab);
    await lab.visit(`${shop}/`);
  },
  questions: [
    {
      slug: 'is-it-hidden',
      when: 'before',
      answers: [
        { slug: 'safe', right: false },
        { slug: 'reachable', right: true },
        { slug: 'readable', right: false },
      ],
    },
    {
      slug: 'segments',
      when: 'after',
      answers: [
        { slug: 'below-only', right: true },
        { slug: 'both', right: false },
        { slug: 'exact', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'out-of-sight',
      pointsAt: 'console',
      reached: ({ entries }) =>
        events(entries, 'script-read-cookies').some(
          ({ url, cookies }) =>
            isElsewhere(url) && cookies.withheld.some(({ code }) => code === 'path'),
        ),
    },
    { slug: 'within-reach', pointsAt: 'console', reached: fetchedFromElsewhere },
  ],
  wrongTurns: [
    {
      slug: 'in-the-cart',
      taken: ({ entries }) =>
        events(entries, 'script-read-cookies').some(({ url }) => !isElsewhere(url)),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('is-it-hidden', 'reachable');
    await hands.act('console', (lab) => runLine(lab, 'document.cookie'));
    await hands.act('console', (lab) => runLine(lab, "await (await fetch('/cart')).text()"));
    await hands.pointAt('message');
    await hands.answer('segments', 'below-only');
  },
  sources: [cookieSpec('5.1.4'), cookieSpec('8.6')],
};

/** A page of the shop to which the cookie's path does not lead. */
function isElsewhere(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return hostname === 'shop.example' && !pathname.startsWith('/cart');
}

/** Script of another page asked for the cart, and the cookie went along. */
function fetchedFromElsewhere({ exchanges }: Evidence): boolean {
  return exchanges.some(
    (one) =>
      one.kind === 'fetch' &&
      hostOf(one) === 'shop.example' &&
      pathOf(one).startsWith('/cart') &&
      sent(one, 'cart') !== undefined &&
      traced(one, 'plain-cart-trusted'),
  );
}
