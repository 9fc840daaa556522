import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { pathOf } from '../../observations.ts';
import {
  isAtShop,
  isSet,
  isSignedIn,
  keyCookie,
  openShop,
  shopCookies,
  signIn,
} from '../../preparations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { signInByHand } from './alices-key.ts';

/** To delete a cookie one has to hit it: the same name, domain and path. */
export const samePlace: Step = {
  slug: 'same-place',
  open: ['browser', 'wire'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, { remember: 'session' }) &&
    isSignedIn(lab) &&
    shopCookies(lab).length === 1 &&
    keyCookie(lab)?.hostOnly === false,
  prepare: async (lab) => {
    await openShop(lab, { remember: 'session', cookie: { domain: 'shop.example' } });
    await signIn(lab);
    lab.changeCookieAttributes({ domain: null });
  },
  questions: [
    {
      slug: 'what-is-left',
      when: 'before',
      answers: [
        { slug: 'nothing', right: false },
        { slug: 'the-cookie', right: true },
        { slug: 'an-empty-one', right: false },
      ],
    },
    {
      slug: 'too-many',
      when: 'after',
      answers: [
        { slug: 'refused', right: false },
        { slug: 'oldest-go', right: true },
        { slug: 'unlimited', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'missed',
      pointsAt: 'page',
      reached: (evidence) => deletions(evidence, 'nothing-to-delete').length > 0,
    },
    {
      slug: 'hit',
      pointsAt: 'cookie-attributes',
      reached: (evidence) => deletions(evidence, 'deleted').length > 0,
    },
  ],
  wrongTurns: [
    {
      slug: 'by-hand',
      taken: (evidence) =>
        shopCookies(evidence.lab).length === 0 && deletions(evidence, 'deleted').length === 0,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-is-left', 'the-cookie');
    await hands.submit('/logout', {});
    await hands.pointAt('cookies');
    await hands.act('cookie-attributes', (lab) =>
      lab.changeCookieAttributes({ domain: 'shop.example' }),
    );
    await signInByHand(hands);
    await hands.submit('/logout', {});
    await hands.pointAt('cookies');
    await hands.answer('too-many', 'oldest-go');
  },
  sources: [cookieSpec('5.7'), cookieSpec('4.1.2'), cookieSpec('6.1')],
};

/** Sign-outs whose `Set-Cookie` for the key came to this. */
function deletions(
  { exchanges }: Evidence,
  code: 'deleted' | 'nothing-to-delete',
): readonly Exchange[] {
  return exchanges.filter(
    (one) =>
      pathOf(one).startsWith('/logout') &&
      one.setCookies.some(
        (decision) =>
          decision.ok && decision.code === code && isSessionCookie(decision.cookie.name),
      ),
  );
}
