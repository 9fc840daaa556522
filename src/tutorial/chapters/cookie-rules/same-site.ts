import type { Exchange } from '../../../lab/exchange.ts';
import { isSameSite } from '../../../http/origin.ts';
import { fieldValue } from '../../../http/fields.ts';
import { isToShop, sentKey, traced } from '../../observations.ts';
import { addBread, isSignedIn } from '../../preparations.ts';
import { cookieSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsKey, keptBack, newestKey, prepareKey, signInByHand } from './alices-key.ts';

const trap = 'https://evil.example/';
const order = 'https://shop.example/orders';

/** Another site's button orders in Alice's name, until the cookie stays at home. */
export const sameSite: Step = {
  slug: 'same-site',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsKey(lab, { sameSite: 'none' }) && isSignedIn(lab) && hasBread(lab),
  prepare: async (lab) => {
    await prepareKey(lab, { sameSite: 'none' });
    await addBread(lab);
  },
  questions: [
    {
      slug: 'who-ordered',
      when: 'before',
      answers: [
        { slug: 'alice', right: true },
        { slug: 'nobody', right: false },
        { slug: 'mallory', right: false },
      ],
    },
    {
      slug: 'subdomain',
      when: 'after',
      answers: [
        { slug: 'stopped', right: false },
        { slug: 'asked', right: false },
        { slug: 'gets-through', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'tricked',
      pointsAt: 'page',
      reached: (evidence) =>
        foreignPosts(evidence).some(
          (one) => sentKey(one) !== undefined && traced(one, 'order-written'),
        ),
    },
    {
      slug: 'lax',
      pointsAt: 'cookie-attributes',
      reached: (evidence) =>
        foreignPosts(evidence).some(
          (one) =>
            (keptBack(one, 'same-site-lax') || keptBack(one, 'same-site-strict')) &&
            !traced(one, 'order-written'),
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'two-minutes',
      taken: (evidence) =>
        newestKey(evidence)?.sameSite === 'unspecified' &&
        foreignPosts(evidence).some(
          (one) => sentKey(one) !== undefined && one.id === foreignPosts(evidence).at(-1)?.id,
        ),
    },
    {
      slug: 'old-cookie',
      taken: (evidence) => {
        const newest = foreignPosts(evidence).at(-1);
        return (
          newest !== undefined &&
          sentKey(newest) !== undefined &&
          evidence.lab.settings.cookie.sameSite !== 'none' &&
          newestKey(evidence) === undefined
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('who-ordered', 'alice');
    await hands.visit(trap);
    await hands.submit(order, {});
    await hands.pointAt('message');
    await hands.act('cookie-attributes', (lab) => lab.changeCookieAttributes({ sameSite: 'lax' }));
    await signInByHand(hands);
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.visit(trap);
    await hands.submit(order, {});
    await hands.pointAt('message');
    await hands.answer('subdomain', 'gets-through');
  },
  sources: [
    cookieSpec('5.6.7'),
    cookieSpec('8.8'),
    {
      label: 'OWASP CSRF Prevention',
      href: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
};

function hasBread({ sessions }: Evidence['lab']): boolean {
  return sessions.some(({ data }) => Object.keys(data.cart).length > 0);
}

/** Forms of the shop's that were sent from a page of another site. */
function foreignPosts({ exchanges }: Evidence): readonly Exchange[] {
  return exchanges.filter((one) => {
    const origin = fieldValue(one.request.fields, 'Origin');
    return (
      one.request.method === 'POST' &&
      one.response !== null &&
      isToShop(one) &&
      origin !== null &&
      !isSameSite(origin, one.request.targetUri)
    );
  });
}
