import { protectionWith } from '../../attacks/change-settings.ts';
import { forgedOrNot, putBread } from '../customer.ts';
import type { Ticket } from '../ticket.ts';

const evil = 'https://evil.example';

/** Lax lets the cookie go along where a link leads, and here a link is enough to order. */
export const althoughLax: Ticket = {
  slug: 'although-lax',
  trouble: protectionWith({ changeByGet: true }),
  needsScript: true,
  story: async (stage) => {
    await stage.as('alice').signIn();
    await putBread(stage);
    await stage.visit(`${evil}/lead`);
    await stage.leaves(evil);
    return forgedOrNot(stage);
  },
};
