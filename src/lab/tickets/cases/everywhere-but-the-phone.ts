import { shopWith } from '../../attacks/change-settings.ts';
import { shop } from '../../attacks/stage.ts';
import { isKnown, letInOrNot, minute } from '../customer.ts';
import { oldRefreshToken } from '../paces/tokens.ts';
import type { Ticket } from '../ticket.ts';

/** The list of denied tokens holds those that were shown, and the lost phone shows its own to nobody. */
export const everywhereButThePhone: Ticket = {
  slug: 'everywhere-but-the-phone',
  trouble: shopWith({
    remember: 'access-refresh',
    accessTokenLifetimeSeconds: 60 * 60,
    accessTokenRevocation: 'deny-list',
  }),
  needsScript: true,
  story: async (stage) => {
    await stage.as('phone').signIn();
    await stage.as('alice').signIn();
    await stage.visit(`${shop}/account`);
    await stage.sendForm('/logout/everywhere');
    stage.lab.advance(10 * minute);
    return letInOrNot(await isKnown(stage.as('phone')));
  },
  alsoHolds: [oldRefreshToken],
};
