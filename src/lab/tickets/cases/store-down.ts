import { shopWith } from '../../attacks/change-settings.ts';
import { looks } from '../customer.ts';
import { bad } from '../finding.ts';
import { oneMachineDown } from '../paces/operations.ts';
import type { Ticket } from '../ticket.ts';
import { machines } from './instances.ts';

/** One store for all machines: while it is down, all of them are. */
export const storeDown: Ticket = {
  slug: 'store-down',
  trouble: shopWith({ instances: machines(3, { sessionStore: 'shared' }) }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    stage.lab.stopMachine('store');
    const from = stage.lab.exchanges.length;
    const seen = await looks(stage, 4);
    const unavailable = stage.lab.exchanges
      .slice(from)
      .some(({ response }) => response?.status === 503);
    return unavailable ? bad('not-answered', { status: 503 }) : seen;
  },
  alsoHolds: [oneMachineDown],
};
