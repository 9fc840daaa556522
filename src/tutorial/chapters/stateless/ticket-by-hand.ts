import { piecesSeen } from './pieces-seen.ts';
import { shopPages, traced } from '../../observations.ts';
import { isAtShop, isSet, openShop, shop, shopCookies } from '../../preparations.ts';
import { httpSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

/** The server hands out a ticket; whoever shows it is recognised, and somebody has to carry it. */
export const ticketByHand: Step = {
  slug: 'ticket-by-hand',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, { remember: 'url-ticket' }) &&
    lab.sessions.length === 0 &&
    shopCookies(lab).length === 0,
  prepare: (lab) => openShop(lab, { remember: 'url-ticket' }),
  questions: [
    {
      slug: 'who-else',
      when: 'after',
      answers: [
        { slug: 'nobody', right: false },
        { slug: 'same-computer', right: false },
        { slug: 'whoever-has-it', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'get-ticket',
      pointsAt: 'page',
      reached: (evidence) => shopPages(evidence).some((one) => traced(one, 'session-id-made')),
    },
    { slug: 'without', pointsAt: 'address-bar', reached: strangerAgain },
    { slug: 'with', pointsAt: 'address-bar', reached: broughtBack },
  ],
  wrongTurns: [
    {
      slug: 'wrong-ticket',
      taken: (evidence) => shopPages(evidence).some((one) => traced(one, 'session-unknown')),
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('address-bar');
    await hands.visit('/cart');
    await hands.pointAt('trace');
    const [session] = hands.lab.sessions;
    await hands.visit(`/cart?ticket=${session?.id ?? ''}`);
    await hands.pointAt('trace');
    await hands.answer('who-else', 'whoever-has-it');
  },
  sources: [httpSpec('4.2.4'), sessionCheatSheet('transport-layer-security'), httpSpec('17.9')],
};

function strangerAgain(evidence: Evidence): boolean {
  const pages = shopPages(evidence);
  const given = pages.findIndex((one) => traced(one, 'session-id-made'));
  return pages.slice(given + 1).some((one) => given >= 0 && traced(one, 'ticket-absent'));
}

/** Typed by hand, not followed: the shop's own links carry the ticket already. */
function broughtBack(evidence: Evidence): boolean {
  return (
    strangerAgain(evidence) &&
    shopPages(evidence).some(
      (one) =>
        one.cause === 'address-bar' &&
        one.request.targetUri.startsWith(`${shop}/`) &&
        traced(one, 'session-found') &&
        (piecesSeen(one) ?? 1) > 0,
    )
  );
}
