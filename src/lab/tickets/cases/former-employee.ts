import { shopWith } from '../../attacks/change-settings.ts';
import { shop } from '../../attacks/stage.ts';
import { isKnown, letInOrNot, minute } from '../customer.ts';
import type { Ticket } from '../ticket.ts';

/** A token is good until it ends, and nobody asks whether it has been taken back. */
export const formerEmployee: Ticket = {
  slug: 'former-employee',
  trouble: shopWith({ remember: 'jwt-cookie', tokenLifetimeSeconds: 60 * 60 }),
  story: async (stage) => {
    // Bob at home, and Bob's account in the office, where it is closed for him.
    await stage.as('mallory').signIn('bob');
    await stage.as('alice').signIn('bob');
    await stage.visit(`${shop}/account`);
    await stage.sendForm('/logout/everywhere');
    stage.lab.advance(10 * minute);
    return letInOrNot(await isKnown(stage.as('mallory')));
  },
};
