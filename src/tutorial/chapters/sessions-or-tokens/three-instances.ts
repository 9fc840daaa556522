import { total } from '../../../lab/load/load-plan.ts';
import type { Step } from '../../step.ts';
import { isHurt, isQuiet, loadsIn, openQuietShop, planLoad, type RunLoad } from './loads.ts';

const plan = { instances: { count: 3 }, breaks: 'nothing' } as const;

/** Three instances: what sharing the table costs, and what it saves. */
export const threeInstances: Step = {
  slug: 'three-instances',
  open: ['wire'],
  accepts: (lab) => isQuiet(lab) && lab.loads.plan.instances.count === 3,
  prepare: (lab) => openQuietShop(lab, plan),
  questions: [
    {
      slug: 'own-memories',
      when: 'before',
      answers: [
        { slug: 'all', right: false },
        { slug: 'a-third', right: true },
        { slug: 'none', right: false },
      ],
    },
    {
      slug: 'price',
      when: 'after',
      answers: [
        { slug: 'sharing', right: true },
        { slug: 'searching', right: false },
        { slug: 'signing', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'memory',
      pointsAt: 'load',
      reached: (evidence) =>
        loadsIn(evidence).some((load) => isSpread(load) && inMemory(load) && isHurt(session(load))),
    },
    {
      slug: 'sticky-crash',
      pointsAt: 'load',
      reached: (evidence) => loadsIn(evidence).some((load) => isStickyCrash(load)),
    },
    {
      slug: 'shared',
      pointsAt: 'load',
      reached: (evidence) => loadsIn(evidence).some(isSharedCrash),
    },
  ],
  wrongTurns: [
    {
      slug: 'one-instance',
      taken: (evidence) => loadsIn(evidence).at(-1)?.plan.instances.count === 1,
    },
    {
      slug: 'nothing-crashed',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1);
        return (
          newest !== undefined &&
          newest.plan.breaks === 'nothing' &&
          newest.plan.instances.count > 1 &&
          (newest.plan.instances.balancing === 'sticky' || !inMemory(newest))
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('own-memories', 'a-third');
    await hands.act('load', (lab) => {
      planLoad(lab, plan);
      return lab.loads.run();
    });
    await hands.act('load', (lab) => {
      planLoad(lab, { instances: { count: 3, balancing: 'sticky' } });
      return lab.loads.run();
    });
    await hands.act('load', (lab) => {
      planLoad(lab, { instances: { count: 3, sessionStore: 'shared' } });
      return lab.loads.run();
    });
    await hands.answer('price', 'sharing');
  },
  sources: [
    {
      label: 'nginx: sticky',
      href: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#sticky',
    },
    { label: 'The Twelve-Factor App: Processes', href: 'https://12factor.net/processes' },
  ],
};

function session({ ways }: RunLoad) {
  return ways.session;
}

function inMemory({ plan: { instances } }: RunLoad): boolean {
  return instances.sessionStore === 'memory';
}

/** Guests go from one instance to another. */
function isSpread({ plan: { instances } }: RunLoad): boolean {
  return instances.count > 1 && instances.balancing !== 'sticky';
}

/** Some are lost with the instance to which they were bound, and the others are not. */
function isStickyCrash(load: RunLoad): boolean {
  const { plan: sent } = load;
  const { lostGuests } = session(load);
  return (
    sent.instances.count > 1 &&
    sent.instances.balancing === 'sticky' &&
    sent.breaks === 'instance' &&
    inMemory(load) &&
    lostGuests > 0 &&
    lostGuests < sent.guests
  );
}

/** An instance crashed, and nobody noticed, for a way to the store with every request. */
function isSharedCrash(load: RunLoad): boolean {
  const { plan: sent } = load;
  const { storeTrips, lostGuests } = session(load);
  return (
    sent.instances.count > 1 &&
    sent.breaks === 'instance' &&
    storeTrips > 0 &&
    lostGuests === 0 &&
    total(session(load)).known === sent.requests
  );
}
