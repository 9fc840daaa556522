import { shop } from '../../attacks/stage.ts';
import type { Check } from '../check.ts';
import { hour, isKnown, letInOrNot } from '../customer.ts';
import { bad, good } from '../finding.ts';

/** One machine stops: a guest still gets an answer. */
export const oneMachineDown: Check = {
  id: 'one-machine-down',
  play: async (stage) => {
    stage.lab.stopMachine('shop-1');
    await stage.as('alice').visit(`${shop}/`);
    const status = stage.lab.exchanges.at(0)?.response?.status ?? 0;
    return status === 200 ? good('answered') : bad('not-answered', { status });
  },
};

/** Alice has walked away from a computer that others use as well; four hours later somebody sits down at it. */
export const walkedAway: Check = {
  id: 'walked-away',
  play: async (stage) => {
    await stage.as('alice').signIn();
    stage.lab.advance(4 * hour);
    return letInOrNot(await isKnown(stage));
  },
};
