import { cookieWith } from '../../attacks/change-settings.ts';
import { linkFromElsewhere } from '../paces/customers.ts';
import type { Ticket } from '../ticket.ts';

/** SameSite=Strict: a link on another site leads in without the cookie. */
export const fromTheNewsletter: Ticket = {
  slug: 'from-the-newsletter',
  trouble: cookieWith({ sameSite: 'strict' }),
  story: linkFromElsewhere.play,
};
