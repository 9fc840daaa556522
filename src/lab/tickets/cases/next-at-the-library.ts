import { all, cookieWith, shopWith } from '../../attacks/change-settings.ts';
import { settled } from '../../page-user.ts';
import { hour, isKnown, letInOrNot } from '../customer.ts';
import type { Ticket } from '../ticket.ts';

/** A session of a day in a cookie of a year, at a computer that many use. */
export const nextAtTheLibrary: Ticket = {
  slug: 'next-at-the-library',
  trouble: all(
    cookieWith({ maxAgeSeconds: 365 * 24 * 60 * 60 }),
    shopWith({ idleTimeoutSeconds: 24 * 60 * 60, absoluteTimeoutSeconds: 7 * 24 * 60 * 60 }),
  ),
  story: async (stage) => {
    const { lab } = stage.as('alice');
    // As the library has set its browsers: they take up where the last reader left off.
    lab.changeStartup('last-session');
    await stage.signIn();
    lab.closeBrowser();
    lab.advance(3 * hour);
    await lab.openBrowser();
    await settled(lab);
    return letInOrNot(await isKnown(stage));
  },
};
