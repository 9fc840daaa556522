import { credentials } from '../../preparations.ts';
import { events, shopPages, stored } from '../../observations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsOnlyCart, prepareCart } from './plain-cart.ts';

/** One cookie with Max-Age, one without; the browser closes. */
export const lifetime: Step = {
  slug: 'lifetime',
  open: ['browser', 'wire'],
  accepts: holdsOnlyCart,
  prepare: prepareCart,
  questions: [
    {
      slug: 'who-survives',
      when: 'before',
      answers: [
        { slug: 'with-max-age', right: true },
        { slug: 'both', right: false },
        { slug: 'neither', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'max-age',
      pointsAt: 'cookie-attributes',
      reached: ({ exchanges }) => exchanges.some((one) => stored(one).some(isLasting)),
    },
    {
      slug: 'close',
      pointsAt: 'close-browser',
      reached: (evidence) => partedAt(evidence) !== null,
    },
    {
      slug: 'reopen',
      pointsAt: 'page',
      reached: (evidence) => {
        const parted = partedAt(evidence);
        return (
          parted !== null &&
          shopPages(evidence).some(
            (one) =>
              one.sequence > parted && one.cookies.sent.some(({ cookie }) => isLasting(cookie)),
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'nothing-lasting',
      taken: ({ entries, exchanges }) =>
        events(entries, 'browser-closed').length > 0 &&
        !exchanges.some((one) => stored(one).some(isLasting)),
    },
    {
      slug: 'both-lasting',
      taken: ({ lab, entries }) =>
        events(entries, 'browser-closed').length > 0 &&
        events(entries, 'cookie-removed').every(({ why }) => why !== 'browser-closed') &&
        lab.browser.jar.all().some(isLasting),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('who-survives', 'with-max-age');
    await hands.act('cookie-attributes', (lab) =>
      lab.changeCookieAttributes({ maxAgeSeconds: 7 * 24 * 60 * 60 }),
    );
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('cookies');
    await hands.act('close-browser', (lab) => lab.closeBrowser());
    await hands.pointAt('cookies');
    await hands.act('page', (lab) => lab.openBrowser());
    await hands.visit('/account');
  },
  sources: [cookieSpec('5.7'), cookieSpec('5.5'), mdn('HTTP/Reference/Headers/Set-Cookie')],
};

function isLasting(cookie: { readonly domain: string; readonly persistent: boolean }): boolean {
  return cookie.domain === 'shop.example' && cookie.persistent;
}

/** The closing at which one cookie went while another stayed. */
function partedAt({ entries, exchanges }: Evidence): number | null {
  const lasting = exchanges.find((one) => stored(one).some(isLasting));
  const closings = events(entries, 'cookie-removed').filter(
    ({ why, cookie, sequence }) =>
      why === 'browser-closed' &&
      cookie.domain === 'shop.example' &&
      lasting !== undefined &&
      sequence > lasting.sequence,
  );
  return closings[0]?.sequence ?? null;
}
