import { shopWith } from '../../attacks/change-settings.ts';
import { isKnown, knownOrNot, putBread } from '../customer.ts';
import type { Ticket } from '../ticket.ts';
import { machines } from './instances.ts';

/** Sessions in the memory of processes that a deployment ends, all at once. */
export const afterEachDeployment: Ticket = {
  slug: 'after-each-deployment',
  trouble: shopWith({ instances: machines(2, { balancing: 'sticky', sessionStore: 'memory' }) }),
  story: async (stage) => {
    await stage.as('alice').signIn();
    await putBread(stage);
    stage.lab.restartServer();
    return knownOrNot(await isKnown(stage));
  },
};
