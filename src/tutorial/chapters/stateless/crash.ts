import { defaultInstanceSettings } from '../../../server/instances/settings.ts';
import { piecesSeen } from './pieces-seen.ts';
import { events, pathOf, shopPages, traced } from '../../observations.ts';
import { addBread, isAtShop, isSet, openShop, type SettingsWanted } from '../../preparations.ts';
import { httpSpec } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings: SettingsWanted = {
  remember: 'url-ticket',
  instances: { ...defaultInstanceSettings, count: 2, balancing: 'sticky' },
};

/** What lives in one machine's memory dies with it; who remembers nothing loses nothing. */
export const crash: Step = {
  slug: 'crash',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) &&
    isSet(lab, settings) &&
    lab.sessions.length === 1 &&
    ['shop-1', 'shop-2'].every((name) => lab.machine(name).running) &&
    lab.exchanges.findLast(({ kind }) => kind === 'navigation')?.request.targetUri ===
      ticketedCart(lab.sessions[0]?.id),
  prepare: async (lab) => {
    await openShop(lab, settings);
    await addBread(lab);
  },
  questions: [
    {
      slug: 'what-is-lost',
      when: 'before',
      answers: [
        { slug: 'nothing', right: false },
        { slug: 'cart', right: true },
        { slug: 'whole-shop', right: false },
      ],
    },
    {
      slug: 'why-forget',
      when: 'after',
      answers: [
        { slug: 'for-privacy', right: false },
        { slug: 'any-server', right: true },
        { slug: 'memory-was-dear', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'stop', pointsAt: 'instances', reached: (evidence) => lostAt(evidence) !== null },
    {
      slug: 'cart-gone',
      pointsAt: 'page',
      reached: (evidence) =>
        pagesAfterLoss(evidence).some(
          (one) => traced(one, 'session-unknown') && (piecesSeen(one) ?? 0) === 0,
        ),
    },
    {
      slug: 'shop-lives',
      pointsAt: 'page',
      reached: (evidence) =>
        pagesAfterLoss(evidence).some((one) => pathOf(one) === '/' && one.response?.status === 200),
    },
  ],
  wrongTurns: [
    {
      slug: 'wrong-machine',
      taken: (evidence) =>
        events(evidence.entries, 'machine-stopped').length > 0 && lostAt(evidence) === null,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-is-lost', 'cart');
    await hands.act('instances', (lab) => {
      const [machine] = lab.sessionsByMachine[0]?.machines ?? [];
      if (machine !== undefined) lab.stopMachine(machine);
    });
    const ticket = hands.lab.browser.activeTab?.page?.url ?? '/cart';
    await hands.visit(ticket);
    await hands.pointAt('trace');
    await hands.visit('/');
    await hands.pointAt('instances');
    await hands.answer('why-forget', 'any-server');
  },
  sources: [httpSpec('3.3'), httpSpec('3.7')],
};

function ticketedCart(ticket: string | undefined): string {
  return `https://shop.example/cart?ticket=${ticket ?? ''}`;
}

/** Where in the log the cart's row was lost, with the machine that had it. */
function lostAt({ entries }: Evidence): number | null {
  const lost = events(entries, 'session-changed').find(
    ({ change }) => change === 'lost-in-restart',
  );
  return lost?.sequence ?? null;
}

function pagesAfterLoss(evidence: Evidence) {
  const lost = lostAt(evidence);
  return lost === null ? [] : shopPages(evidence).filter(({ sequence }) => sequence > lost);
}
