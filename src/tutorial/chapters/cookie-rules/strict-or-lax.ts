import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import { fieldValue } from '../../../http/fields.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { sentKey, shopPages } from '../../observations.ts';
import { cookieSpec, mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsKey, keptBack, newestKey, prepareKey, signInByHand } from './alices-key.ts';

const newspaper = 'https://news.example/';
const home = 'https://shop.example/';

/** A link from elsewhere: Lax brings the key along, Strict makes a guest of the customer. */
export const strictOrLax: Step = {
  slug: 'strict-or-lax',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsKey(lab, { sameSite: 'lax' }),
  prepare: (lab) => prepareKey(lab, { sameSite: 'lax' }),
  questions: [
    {
      slug: 'by-link',
      when: 'before',
      answers: [
        { slug: 'lax-sends', right: true },
        { slug: 'both-send', right: false },
        { slug: 'neither-sends', right: false },
      ],
    },
    {
      slug: 'default',
      when: 'after',
      answers: [
        { slug: 'none', right: false },
        { slug: 'lax', right: true },
        { slug: 'strict', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'lax-link',
      pointsAt: 'page',
      reached: (evidence) =>
        byForeignLink(evidence).some((one) =>
          one.cookies.sent.some(
            ({ cookie }) => isSessionCookie(cookie.name) && cookie.sameSite === 'lax',
          ),
        ),
    },
    {
      slug: 'strict-link',
      pointsAt: 'cookie-attributes',
      reached: (evidence) =>
        byForeignLink(evidence).some((one) => keptBack(one, 'same-site-strict')),
    },
    {
      slug: 'strict-inside',
      pointsAt: 'page',
      reached: (evidence) => {
        const guest = byForeignLink(evidence).find((one) => keptBack(one, 'same-site-strict'));
        return (
          guest !== undefined &&
          shopPages(evidence).some(
            (one) => one.sequence > guest.sequence && sentKey(one) !== undefined,
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'old-cookie',
      taken: (evidence) =>
        evidence.lab.settings.cookie.sameSite === 'strict' &&
        newestKey(evidence) === undefined &&
        byForeignLink(evidence).length > 1,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('by-link', 'lax-sends');
    await hands.visit(newspaper);
    await hands.act('page', (lab) => lab.followLink(home));
    await hands.pointAt('message');
    await hands.act('cookie-attributes', (lab) =>
      lab.changeCookieAttributes({ sameSite: 'strict' }),
    );
    await signInByHand(hands);
    await hands.visit(newspaper);
    await hands.act('page', (lab) => lab.followLink(home));
    await hands.pointAt('message');
    await hands.act('page', (lab) => lab.followLink(`${home}account`));
    await hands.answer('default', 'lax');
  },
  sources: [cookieSpec('5.6.7'), cookieSpec('8.8.2'), mdn('HTTP/Reference/Headers/Set-Cookie')],
};

/** Pages of the shop to which a link of another site led. */
function byForeignLink(evidence: Evidence): readonly Exchange[] {
  return shopPages(evidence).filter(
    (one) =>
      one.cause === 'link' && fieldValue(one.request.fields, 'Sec-Fetch-Site') === 'cross-site',
  );
}
