import { shop } from '../../attacks/stage.ts';
import { minute } from '../customer.ts';
import { bad, good } from '../finding.ts';
import type { Ticket } from '../ticket.ts';

/** Seconds for which a guest waits for a page. */
const patience = 10;

/** Guests who have their page already hold the lines that the next ones would need. */
export const atNoon: Ticket = {
  slug: 'at-noon',
  trouble: (settings) => settings,
  connections: { keepAliveTimeoutSeconds: 600, slots: 50, backlog: 10 },
  story: async (stage) => {
    stage.lab.letGuestsCome(50);
    stage.lab.advance(minute);
    await stage.as('alice').visit(`${shop}/`);
    const asked = stage.lab.exchanges.at(0);
    if (asked?.response?.status !== 200) return bad('not-answered', { status: 0 });
    const { startedAt = 0, endedAt = 0 } = asked.timing ?? {};
    const seconds = Math.round((endedAt - startedAt) / 1000);
    return seconds <= patience ? good('answered') : bad('answered-late', { seconds });
  },
};
