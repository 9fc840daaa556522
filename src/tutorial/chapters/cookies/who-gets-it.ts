import {
  addBread,
  isAtShop,
  isSet,
  openShop,
  shopCookies,
  type SettingsWanted,
} from '../../preparations.ts';
import { hostOf, isToShop, pathOf, sent, shopPages } from '../../observations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings: SettingsWanted = { remember: 'plain-cookie', cookie: { path: '/cart' } };

/** Host and path decide where a cookie goes; another site gets none of it. */
export const whoGetsIt: Step = {
  slug: 'who-gets-it',
  open: ['browser', 'wire'],
  accepts: (lab) => {
    const [cart, ...others] = shopCookies(lab);
    return (
      isAtShop(lab) &&
      isSet(lab, settings) &&
      others.length === 0 &&
      cart?.name === 'cart' &&
      cart.path === '/cart'
    );
  },
  prepare: async (lab) => {
    await openShop(lab, settings);
    await addBread(lab);
  },
  questions: [
    {
      slug: 'where-to',
      when: 'before',
      answers: [
        { slug: 'everywhere', right: false },
        { slug: 'whole-shop', right: false },
        { slug: 'cart-only', right: true },
      ],
    },
    {
      slug: 'ad-server',
      when: 'after',
      answers: [
        { slug: 'own-cookie', right: true },
        { slug: 'shops-cookie', right: false },
        { slug: 'jar', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'in-the-cart',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) => pathOf(one).startsWith('/cart') && sent(one, 'cart') !== undefined,
        ),
    },
    {
      slug: 'first-page',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) =>
            !pathOf(one).startsWith('/cart') &&
            one.cookies.withheld.some(
              ({ code, cookie }) => code === 'path' && cookie.name === 'cart',
            ),
        ),
    },
    { slug: 'news', pointsAt: 'address-bar', reached: visitedNews },
  ],
  showMe: async (hands) => {
    await hands.answer('where-to', 'cart-only');
    await hands.visit('/cart');
    await hands.pointAt('message');
    await hands.visit('/');
    await hands.pointAt('message');
    await hands.visit('https://news.example/');
    await hands.pointAt('exchanges');
    await hands.answer('ad-server', 'own-cookie');
  },
  sources: [cookieSpec('5.8.3'), cookieSpec('5.1.4'), cookieSpec('8.6')],
};

/** The news page came with its ad, and nothing of the shop's went to either. */
function visitedNews({ exchanges }: Evidence): boolean {
  const answered = exchanges.filter((one) => one.response !== null);
  const hosts = answered.map(hostOf);
  const elsewhere = answered.filter((one) => !isToShop(one));
  return (
    hosts.includes('news.example') &&
    hosts.includes('ads.example') &&
    elsewhere.every((one) =>
      one.cookies.sent.every(({ cookie }) => cookie.domain !== 'shop.example'),
    )
  );
}
