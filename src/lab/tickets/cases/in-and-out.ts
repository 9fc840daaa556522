import { shopWith } from '../../attacks/change-settings.ts';
import { looks } from '../customer.ts';
import { oneMachineDown } from '../paces/operations.ts';
import type { Ticket } from '../ticket.ts';
import { machines } from './instances.ts';

/** Three machines in turn, each of which knows only those whom it has signed in itself. */
export const inAndOut: Ticket = {
  slug: 'in-and-out',
  trouble: shopWith({ instances: machines(3, { sessionStore: 'memory' }) }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    return looks(stage, 6);
  },
  alsoHolds: [oneMachineDown],
};
