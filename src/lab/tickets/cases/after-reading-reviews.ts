import { all, cookieWith, protectionWith } from '../../attacks/change-settings.ts';
import { scriptInReview } from '../paces/attacks.ts';
import type { Ticket } from '../ticket.ts';

/** What guests write is run in the page of whoever reads it. */
export const afterReadingReviews: Ticket = {
  slug: 'after-reading-reviews',
  trouble: all(protectionWith({ escapeReviews: false }), cookieWith({ httpOnly: false })),
  needsScript: true,
  story: scriptInReview.play,
};
