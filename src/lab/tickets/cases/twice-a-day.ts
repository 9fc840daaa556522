import { shopWith } from '../../attacks/change-settings.ts';
import { hour, looks } from '../customer.ts';
import { oldRefreshToken } from '../paces/tokens.ts';
import type { Ticket } from '../ticket.ts';

/** Refreshing renews the access token; the family ends half a day after sign-in all the same. */
export const twiceADay: Ticket = {
  slug: 'twice-a-day',
  trouble: shopWith({ remember: 'access-refresh', refreshLifetimeSeconds: 12 * 60 * 60 }),
  needsScript: true,
  story: async (stage) => {
    await stage.as('alice').signIn();
    return looks(stage, 9, 5 * hour);
  },
  alsoHolds: [oldRefreshToken],
};
