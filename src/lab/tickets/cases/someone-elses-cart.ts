import { shopWith } from '../../attacks/change-settings.ts';
import { isKnown, letInOrNot, putBread } from '../customer.ts';
import type { Ticket } from '../ticket.ts';

/** Everybody in the café comes from one address, and the shop takes them for one guest. */
export const someoneElsesCart: Ticket = {
  slug: 'someone-elses-cart',
  trouble: shopWith({ remember: 'by-address' }),
  story: async (stage) => {
    stage.as('mallory').join('cafe');
    await stage.signIn('bob');
    await putBread(stage);
    stage.as('alice').join('cafe');
    return letInOrNot(await isKnown(stage));
  },
};
