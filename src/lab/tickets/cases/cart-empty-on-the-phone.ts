import { protectionWith } from '../../attacks/change-settings.ts';
import { hasBread, putBread } from '../customer.ts';
import { bad, good } from '../finding.ts';
import type { Ticket } from '../ticket.ts';

/** Sessions are tied to an address, and a phone changes its own whenever it changes networks. */
export const cartEmptyOnThePhone: Ticket = {
  slug: 'cart-empty-on-the-phone',
  trouble: protectionWith({ bindSessionTo: 'address' }),
  story: async (stage) => {
    stage.as('phone').join('cafe');
    await stage.signIn();
    await putBread(stage);
    stage.join('mobile');
    return (await hasBread(stage)) ? good('cart-kept') : bad('cart-lost');
  },
};
