import { shopWith } from '../../attacks/change-settings.ts';
import { careful } from '../../../server/shop/settings.ts';
import { forgedToken } from '../paces/attacks.ts';
import type { Ticket } from '../ticket.ts';

/** The token names the algorithm, and a public key becomes a secret that everybody knows. */
export const signedByNobody: Ticket = {
  slug: 'signed-by-nobody',
  trouble: shopWith({
    remember: 'jwt-cookie',
    tokenLifetimeSeconds: 60 * 60,
    cookieTokenAlgorithm: 'RS256',
    careless: { ...careful, trustHeaderAlgorithm: true },
  }),
  story: forgedToken.play,
};
