import { shopWith } from '../../attacks/change-settings.ts';
import { isKnown, knownOrNot } from '../customer.ts';
import { bad } from '../finding.ts';
import type { Ticket } from '../ticket.ts';

/** All that somebody may do stands in the token, until no browser takes the cookie any more. */
export const manyPermissions: Ticket = {
  slug: 'many-permissions',
  trouble: shopWith({
    remember: 'jwt-cookie',
    tokenLifetimeSeconds: 60 * 60,
    claimedPermissions: 240,
  }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    const refused = stage.lab.exchanges
      .flatMap(({ setCookies }) => setCookies)
      .find((decision) => !decision.ok && decision.code === 'too-large');
    if (refused !== undefined) return bad('cookie-too-large');
    return knownOrNot(await isKnown(stage));
  },
};
