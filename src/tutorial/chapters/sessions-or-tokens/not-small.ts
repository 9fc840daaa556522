import type { Exchange } from '../../../lab/exchange.ts';
import { events, storedNamed, traced } from '../../observations.ts';
import { credentials, isAtShop, isSet, openShop, shop, shopCookies } from '../../preparations.ts';
import { cookieSpec, rfc } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings = { remember: 'jwt-cookie' } as const;

/** Octets from which a cookie that goes with every request is called large here. */
const large = 1000;

/** Claims make a token grow, until the browser refuses the cookie that carries it. */
export const notSmall: Step = {
  slug: 'not-small',
  open: ['browser', 'wire'],
  accepts: (lab) => isAtShop(lab) && isSet(lab, settings) && shopCookies(lab).length === 0,
  prepare: async (lab) => {
    await openShop(lab, settings);
    await lab.visit(`${shop}/login`);
  },
  questions: [
    {
      slug: 'past-the-limit',
      when: 'before',
      answers: [
        { slug: 'refused', right: true },
        { slug: 'cut-off', right: false },
        { slug: 'error', right: false },
      ],
    },
    {
      slug: 'where-then',
      when: 'after',
      answers: [
        { slug: 'two-cookies', right: false },
        { slug: 'fewer-claims', right: true },
        { slug: 'local-storage', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'grow',
      pointsAt: 'token-settings',
      reached: ({ exchanges }) =>
        exchanges.some((one) => (storedNamed(one, 'token')?.value.length ?? 0) > large),
    },
    {
      slug: 'too-large',
      pointsAt: 'token-settings',
      reached: ({ exchanges }) => exchanges.some(isRefused),
    },
  ],
  wrongTurns: [
    {
      slug: 'signed-already',
      taken: (evidence) => {
        const changed = changedAt(evidence);
        return (
          changed !== null &&
          !evidence.exchanges.some(
            (one) => one.sequence > changed && traced(one, 'token-signed'),
          ) &&
          evidence.exchanges.some((one) => one.sequence > changed)
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('past-the-limit', 'refused');
    await hands.act('token-settings', (lab) => lab.changeSettings({ claimedPermissions: 60 }));
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('cookies');
    await hands.submit('/logout', {});
    await hands.act('token-settings', (lab) => lab.changeSettings({ claimedPermissions: 240 }));
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('rejected');
    await hands.answer('where-then', 'fewer-claims');
  },
  sources: [cookieSpec('5.6'), cookieSpec('6.1'), rfc(7519, '1')],
};

function isRefused(exchange: Exchange): boolean {
  return exchange.setCookies.some((decision) => !decision.ok && decision.code === 'too-large');
}

function changedAt({ entries }: Evidence): number | null {
  return (
    events(entries, 'settings-changed').findLast(({ changed }) =>
      changed.includes('claimedPermissions'),
    )?.sequence ?? null
  );
}
