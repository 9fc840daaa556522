import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import { events, sentKey, shopPages } from '../../observations.ts';
import { isSet, openShop, shop, shopCookies } from '../../preparations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { runLine } from '../../console.ts';

const neighbour = 'https://api.shop.example/me';

/** A neighbour plants a cookie for the whole domain; a name that begins with __Host- cannot be planted. */
export const prefixes: Step = {
  slug: 'prefixes',
  open: ['browser', 'wire'],
  accepts: (lab) =>
    isSet(lab, { remember: 'session' }) &&
    shopCookies(lab).length === 0 &&
    lab.sessions.length === 0 &&
    lab.browser.activeTab?.page?.url === neighbour,
  prepare: async (lab) => {
    await openShop(lab, { remember: 'session' });
    await lab.visit(neighbour);
  },
  questions: [
    {
      slug: 'can-it-plant',
      when: 'before',
      answers: [
        { slug: 'own-host-only', right: false },
        { slug: 'only-read', right: false },
        { slug: 'for-the-domain', right: true },
      ],
    },
    {
      slug: 'what-host-promises',
      when: 'after',
      answers: [
        { slug: 'set-by-this-host', right: true },
        { slug: 'secret', right: false },
        { slug: 'http-only', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'plant', pointsAt: 'console', reached: ({ entries }) => planted(entries).length > 0 },
    {
      slug: 'harvest',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some((one) => {
          const value = sentKey(one);
          return value !== undefined && planted(evidence.entries).includes(value);
        }),
    },
    {
      slug: 'refused',
      pointsAt: 'console',
      reached: ({ entries }) =>
        events(entries, 'script-wrote-cookie').some(
          ({ url, decision }) => isNeighbour(url) && decision.code === 'host-prefix',
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'no-domain',
      taken: ({ entries }) =>
        planted(entries).length === 0 &&
        events(entries, 'script-wrote-cookie').some(
          ({ url, decision }) => isNeighbour(url) && decision.ok && decision.cookie.hostOnly,
        ),
    },
    {
      slug: 'at-the-shop',
      taken: ({ entries }) =>
        events(entries, 'script-wrote-cookie').some(({ url }) => !isNeighbour(url)),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('can-it-plant', 'for-the-domain');
    await hands.act('console', (lab) =>
      runLine(lab, "document.cookie = 'sid=mallorys; Domain=shop.example; Path=/'"),
    );
    await hands.visit(`${shop}/`);
    await hands.pointAt('message');
    await hands.visit(neighbour);
    await hands.act('console', (lab) =>
      runLine(lab, "document.cookie = '__Host-sid=mallorys; Domain=shop.example; Path=/; Secure'"),
    );
    await hands.pointAt('rejected');
    await hands.answer('what-host-promises', 'set-by-this-host');
  },
  sources: [cookieSpec('4.1.3'), cookieSpec('5.7'), cookieSpec('8.6'), mdn('HTTP/Guides/Cookies')],
};

function isNeighbour(url: string): boolean {
  return new URL(url).hostname === 'api.shop.example';
}

/** Values of the keys that the neighbour's script had stored for the whole domain. */
function planted(entries: Evidence['entries']): readonly string[] {
  return events(entries, 'script-wrote-cookie').flatMap(({ url, decision }) =>
    isNeighbour(url) &&
    decision.ok &&
    isSessionCookie(decision.cookie.name) &&
    !decision.cookie.hostOnly
      ? [decision.cookie.value]
      : [],
  );
}
