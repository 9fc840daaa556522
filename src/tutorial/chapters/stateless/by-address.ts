import { piecesSeen } from './pieces-seen.ts';
import { shopPages, traced } from '../../observations.ts';
import {
  addBread,
  alice,
  isAtShop,
  isSet,
  mallory,
  openShop,
  shopCookies,
} from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

/** In the café everybody has one address; on the way home one person has two. */
export const byAddress: Step = {
  slug: 'by-address',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, { remember: 'by-address' }) &&
    lab.network === 'cafe' &&
    shopCookies(lab).length === 0 &&
    lab.exchanges.some((one) => traced(one, 'address-row-written')),
  prepare: async (lab) => {
    lab.showBrowser(mallory);
    lab.joinNetwork('cafe');
    lab.showBrowser(alice);
    lab.joinNetwork('cafe');
    await openShop(lab, { remember: 'by-address' });
    await addBread(lab);
  },
  questions: [
    {
      slug: 'what-will-mallory-see',
      when: 'before',
      answers: [
        { slug: 'alices-cart', right: true },
        { slug: 'empty-cart', right: false },
        { slug: 'refused', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'in-the-cafe',
      pointsAt: 'browser-choice',
      reached: (evidence) =>
        shopPages(evidence).some((one) => one.browserId === mallory && (piecesSeen(one) ?? 0) > 0),
    },
    { slug: 'on-the-way', pointsAt: 'network', reached: strangerAfterMove },
  ],
  wrongTurns: [
    {
      slug: 'mallory-elsewhere',
      taken: (evidence) =>
        shopPages(evidence).some(
          (one) => one.browserId === mallory && traced(one, 'address-unknown'),
        ),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-will-mallory-see', 'alices-cart');
    await hands.act('browser-choice', (lab) => lab.showBrowser(mallory));
    await hands.visit('/cart');
    await hands.pointAt('trace');
    await hands.act('browser-choice', (lab) => lab.showBrowser(alice));
    await hands.act('network', (lab) => lab.joinNetwork('mobile'));
    await hands.visit('/cart');
    await hands.pointAt('trace');
  },
  sources: [
    { label: 'RFC 6269 §2', href: 'https://www.rfc-editor.org/rfc/rfc6269.html#section-2' },
    httpSpec('3.3'),
  ],
};

/** Alice, whose bread lies at the café's address, asks from another one and is a stranger. */
function strangerAfterMove(evidence: Evidence): boolean {
  return shopPages(evidence).some(
    (one) => one.browserId === alice && traced(one, 'address-unknown'),
  );
}
