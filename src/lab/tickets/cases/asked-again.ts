import { cookieWith } from '../../attacks/change-settings.ts';
import { isKnown, knownOrNot, putBread } from '../customer.ts';
import type { Ticket } from '../ticket.ts';

/** The cookie has a Path, and stays at home when another one is asked for. */
export const askedAgain: Ticket = {
  slug: 'asked-again',
  trouble: cookieWith({ path: '/cart' }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    await putBread(stage);
    return knownOrNot(await isKnown(stage));
  },
};
