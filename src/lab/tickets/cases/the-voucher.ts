import { all, protectionWith, shopWith } from '../../attacks/change-settings.ts';
import { fixedByLink } from '../paces/attacks.ts';
import type { Ticket } from '../ticket.ts';

/** An identifier from a link is believed, and kept when its bringer signs in. */
export const theVoucher: Ticket = {
  slug: 'the-voucher',
  trouble: all(
    shopWith({ regenerateAtSignIn: false }),
    protectionWith({ takeSessionIdFromAddress: true }),
  ),
  story: fixedByLink.play,
};
