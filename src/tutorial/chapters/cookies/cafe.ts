import {
  credentials,
  isAtShop,
  isSet,
  openShop,
  type SettingsWanted,
  shop,
  shopCookie,
  signIn,
} from '../../preparations.ts';
import { events, pathOf, sent, shopPages, storedKey } from '../../observations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings: SettingsWanted = {
  remember: 'plain-cookie',
  cookie: { maxAgeSeconds: 7 * 24 * 60 * 60 },
};

/** The next guest at the same computer finds a name in the jar, and needs no more. */
export const cafe: Step = {
  slug: 'cafe',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, settings) &&
    shopCookie(lab, 'user')?.value === 'alice' &&
    shopCookie(lab, 'user')?.persistent === true,
  prepare: async (lab) => {
    await openShop(lab, settings);
    await signIn(lab);
    lab.closeBrowser();
    await lab.openBrowser();
    await lab.visit(`${shop}/`);
  },
  questions: [
    {
      slug: 'what-to-carry',
      when: 'after',
      answers: [
        { slug: 'encoded-name', right: false },
        { slug: 'password', right: false },
        { slug: 'meaningless-key', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'alices-account',
      pointsAt: 'address-bar',
      reached: (evidence) => openedAccountAs(evidence, 'alice'),
    },
    {
      slug: 'become-bob',
      pointsAt: 'cookies',
      reached: (evidence) =>
        events(evidence.entries, 'cookie-edited').some(
          ({ cookie }) => cookie.name === 'user' && cookie.value === 'bob',
        ) && openedAccountAs(evidence, 'bob'),
    },
    {
      slug: 'by-session',
      pointsAt: 'remember',
      reached: ({ exchanges }) =>
        exchanges.some((one) => pathOf(one) === '/login' && storedKey(one) !== undefined),
    },
  ],
  showMe: async (hands) => {
    await hands.pointAt('cookies');
    await hands.visit('/account');
    await hands.act('cookies', (lab) => {
      const user = shopCookie(lab, 'user');
      if (user) lab.putCookie({ ...user, value: 'bob' });
    });
    await hands.visit('/account');
    await hands.act('remember', (lab) => lab.changeSettings({ remember: 'session' }));
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('cookies');
    await hands.answer('what-to-carry', 'meaningless-key');
  },
  sources: [cookieSpec('8.3'), sessionCheatSheet('session-id-content-or-value')],
};

function openedAccountAs(evidence: Evidence, user: string): boolean {
  return shopPages(evidence).some(
    (one) =>
      pathOf(one) === '/account' && one.response?.status === 200 && sent(one, 'user') === user,
  );
}
