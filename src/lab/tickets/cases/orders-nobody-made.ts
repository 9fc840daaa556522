import { cookieWith } from '../../attacks/change-settings.ts';
import { forgedOrder } from '../paces/strangers.ts';
import type { Ticket } from '../ticket.ts';

/** SameSite=None: the cookie goes along whoever asks, and nothing else is asked for. */
export const ordersNobodyMade: Ticket = {
  slug: 'orders-nobody-made',
  trouble: cookieWith({ sameSite: 'none' }),
  story: forgedOrder.play,
};
