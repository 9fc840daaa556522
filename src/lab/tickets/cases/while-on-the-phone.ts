import { shopWith } from '../../attacks/change-settings.ts';
import { minute, orderedOrNot, putBread, sendOrder } from '../customer.ts';
import { walkedAway } from '../paces/operations.ts';
import type { Ticket } from '../ticket.ts';

/** Five minutes without a click, and the session is over while the order form is still open. */
export const whileOnThePhone: Ticket = {
  slug: 'while-on-the-phone',
  trouble: shopWith({ idleTimeoutSeconds: 5 * 60 }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    await putBread(stage);
    await stage.followLink('/cart');
    stage.lab.advance(20 * minute);
    await sendOrder(stage, 'alice');
    return orderedOrNot(stage);
  },
  alsoHolds: [walkedAway],
};
