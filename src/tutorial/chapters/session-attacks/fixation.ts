import type { Lab } from '../../../lab/lab.svelte.ts';
import { sentKey, storedKey, traced } from '../../observations.ts';
import {
  addBread,
  alice,
  isAtShop,
  isSet,
  keyCookie,
  mallory,
  openShop,
  type SettingsWanted,
  shop,
  shopCookies,
} from '../../preparations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { evil } from './alices-visit.ts';
import { signInAsAlice, sitDownAt } from './moves.ts';
import { alices, isTakenForAlice, mallorys } from './seen.ts';

const settings: SettingsWanted = {
  remember: 'session',
  regenerateAtSignIn: false,
  protection: { takeSessionIdFromAddress: true },
};

/** The thief brings the key, and waits until Alice makes it worth something. */
export const fixation: Step = {
  slug: 'fixation',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, settings) &&
    shopCookies(lab).length === 0 &&
    lab.sessions.length === 1 &&
    lab.sessions.every(({ id, userId }) => userId === null && id === keyOfMallory(lab)),
  prepare: async (lab) => {
    await openShop(lab, settings);
    lab.showBrowser(mallory);
    await lab.visit(`${shop}/`);
    await addBread(lab);
    lab.showBrowser(alice);
  },
  questions: [
    {
      slug: 'which-key',
      when: 'before',
      answers: [
        { slug: 'mallorys', right: true },
        { slug: 'a-new-one', right: false },
        { slug: 'none', right: false },
      ],
    },
    {
      slug: 'sibling',
      when: 'after',
      answers: [
        { slug: 'refused', right: false },
        { slug: 'domain-cookie', right: true },
        { slug: 'only-reads', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'planted',
      pointsAt: 'address-bar',
      reached: (evidence) => planted(evidence).length > 0,
    },
    {
      slug: 'fixed',
      pointsAt: 'browser-choice',
      reached: ({ exchanges }) => exchanges.some(isTakenForAlice),
    },
    {
      slug: 'regenerated',
      pointsAt: 'timeouts',
      reached: (evidence) => {
        const dropped = alices(evidence).find((one) => traced(one, 'session-id-dropped'));
        return (
          dropped !== undefined &&
          mallorys(evidence).some(
            (one) => one.sequence > dropped.sequence && traced(one, 'session-unknown'),
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'too-early',
      taken: (evidence) =>
        !evidence.exchanges.some(isTakenForAlice) &&
        alices(evidence).some((one) => traced(one, 'session-id-dropped')),
    },
    {
      slug: 'own-key',
      taken: (evidence) =>
        planted(evidence).length === 0 &&
        alices(evidence).some(
          (one) => traced(one, 'password-matched') && storedKey(one) !== undefined,
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('which-key', 'mallorys');
    await hands.visit(`${evil}/link?sid=${keyOfMallory(hands.lab) ?? ''}`);
    await hands.act('page', (lab) =>
      lab.followLink(`${shop}/login?sid=${keyOfMallory(lab) ?? ''}`),
    );
    await signInAsAlice(hands);
    await sitDownAt(hands, mallory);
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.act('timeouts', (lab) => lab.changeSettings({ regenerateAtSignIn: true }));
    await signInAsAlice(hands);
    await sitDownAt(hands, mallory);
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('sibling', 'domain-cookie');
  },
  sources: [
    sessionCheatSheet('renew-the-session-id-after-any-privilege-level-change'),
    cookieSpec('8.6'),
    cookieSpec('4.1.3'),
    {
      label: 'OWASP Session fixation',
      href: 'https://owasp.org/www-community/attacks/Session_fixation',
    },
  ],
};

function keyOfMallory(lab: Lab): string | undefined {
  return keyCookie(lab, mallory)?.value;
}

/** Alice’s browser came to the shop with the key that Mallory holds, by a link or by a neighbour’s cookie. */
function planted(evidence: Evidence) {
  const key = keyOfMallory(evidence.lab);
  return alices(evidence).filter(
    (one) =>
      key !== undefined &&
      (sentKey(one) === key ||
        (traced(one, 'careless-session-id-in-address') && one.request.targetUri.includes(key))),
  );
}
