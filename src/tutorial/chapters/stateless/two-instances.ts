import type { Lab } from '../../../lab/lab.svelte.ts';
import { defaultInstanceSettings } from '../../../server/instances/settings.ts';
import { piecesSeen } from './pieces-seen.ts';
import { events, shopPages, traced } from '../../observations.ts';
import { isAtShop, isSet, openShop, shopCookies, type SettingsWanted } from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings: SettingsWanted = {
  remember: 'url-ticket',
  instances: { ...defaultInstanceSettings, count: 2, balancing: 'round-robin' },
};

/** What one server remembers, the other one does not: state ties the guest to a server. */
export const twoInstances: Step = {
  slug: 'two-instances',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, settings) &&
    lab.sessions.length === 0 &&
    shopCookies(lab).length === 0,
  prepare: (lab: Lab) => openShop(lab, settings),
  questions: [
    {
      slug: 'price-of-sticking',
      when: 'after',
      answers: [
        { slug: 'tied', right: true },
        { slug: 'slower', right: false },
        { slug: 'no-price', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'lose-it',
      pointsAt: 'page',
      reached: (evidence) => shopPages(evidence).some((one) => traced(one, 'session-unknown')),
    },
    { slug: 'stick', pointsAt: 'instances-control', reached: (one) => stuckAt(one) !== null },
    {
      slug: 'keep-it',
      pointsAt: 'page',
      reached: (evidence) => {
        const stuck = stuckAt(evidence);
        return (
          stuck !== null &&
          shopPages(evidence).some((one) => one.sequence > stuck && (piecesSeen(one) ?? 0) > 0)
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('trace');
    await hands.act('instances-control', (lab) => lab.changeInstances({ balancing: 'sticky' }));
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('instances');
    await hands.answer('price-of-sticking', 'tied');
  },
  sources: [httpSpec('3.3'), httpSpec('3.7')],
};

/** Where in the log the load balancer was told to keep each guest with one instance. */
function stuckAt({ entries, lab }: Evidence): number | null {
  if (lab.settings.instances.balancing !== 'sticky') return null;
  return events(entries, 'settings-changed').at(-1)?.sequence ?? null;
}
