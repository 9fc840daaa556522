import { cookieWith } from '../../attacks/change-settings.ts';
import { overheard } from '../paces/attacks.ts';
import type { Ticket } from '../ticket.ts';

/** A cookie without Secure goes along without TLS too, and the whole café reads it. */
export const inTheCafe: Ticket = {
  slug: 'in-the-cafe',
  trouble: cookieWith({ secure: false }),
  story: overheard.play,
};
