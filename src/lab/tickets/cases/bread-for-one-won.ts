import { shopWith } from '../../attacks/change-settings.ts';
import { changePrice, priceKept } from '../paces/strangers.ts';
import type { Ticket } from '../ticket.ts';

/** The cart lies in a cookie, its prices too, and the shop believes what comes back. */
export const breadForOneWon: Ticket = {
  slug: 'bread-for-one-won',
  trouble: shopWith({ remember: 'plain-cookie' }),
  story: async (stage) => {
    await changePrice(stage);
    return priceKept(stage);
  },
};
