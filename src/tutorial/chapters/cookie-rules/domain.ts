import type { Exchange } from '../../../lab/exchange.ts';
import { hostOf, sentKey } from '../../observations.ts';
import { shopCookies } from '../../preparations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsKey, keptBack, prepareKey, signInByHand } from './alices-key.ts';

const neighbour = 'https://api.shop.example/me';

/** Without Domain the cookie stays with its host; with it, every neighbour below gets it. */
export const domain: Step = {
  slug: 'domain',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsKey(lab, {}),
  prepare: (lab) => prepareKey(lab, {}),
  questions: [
    {
      slug: 'without-domain',
      when: 'before',
      answers: [
        { slug: 'this-host', right: true },
        { slug: 'all-subdomains', right: false },
        { slug: 'nowhere', right: false },
      ],
    },
    {
      slug: 'whole-top-level',
      when: 'after',
      answers: [
        { slug: 'everybody', right: false },
        { slug: 'shortened', right: false },
        { slug: 'refused', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'host-only',
      pointsAt: 'address-bar',
      reached: (evidence) => toNeighbours(evidence).some((one) => keptBack(one, 'host-only')),
    },
    {
      slug: 'with-domain',
      pointsAt: 'cookie-attributes',
      reached: (evidence) => toNeighbours(evidence).some((one) => sentKey(one) !== undefined),
    },
  ],
  wrongTurns: [
    {
      slug: 'old-cookie',
      taken: (evidence) => {
        const newest = toNeighbours(evidence).at(-1);
        return (
          newest !== undefined &&
          keptBack(newest, 'host-only') &&
          evidence.lab.settings.cookie.domain !== null &&
          shopCookies(evidence.lab).every(({ hostOnly }) => hostOnly)
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('without-domain', 'this-host');
    await hands.visit(neighbour);
    await hands.pointAt('message');
    await hands.act('cookies', (lab) => {
      for (const cookie of shopCookies(lab)) lab.deleteCookie(cookie);
    });
    await hands.act('cookie-attributes', (lab) =>
      lab.changeCookieAttributes({ domain: 'shop.example' }),
    );
    await signInByHand(hands);
    await hands.visit(neighbour);
    await hands.pointAt('message');
    await hands.answer('whole-top-level', 'refused');
  },
  sources: [
    cookieSpec('5.1.3'),
    cookieSpec('5.7'),
    mdn('HTTP/Reference/Headers/Set-Cookie'),
    { label: 'Public Suffix List', href: 'https://publicsuffix.org/' },
  ],
};

function toNeighbours({ exchanges }: Evidence): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      one.kind === 'navigation' && one.response !== null && hostOf(one) === 'api.shop.example',
  );
}
