import { events, type Noted } from '../../observations.ts';
import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isShopWired, openWiredShop } from './wired.ts';

const slots = 20;
const settings = { slots, backlog: 10, keepAliveTimeoutSeconds: 30 } as const;

/** Longer than this nobody likes to wait: in milliseconds. */
const patience = 1000;

/** Open connections cost the server slots, idle ones too: whoever keeps them all turns guests away. */
export const finiteSlots: Step = {
  slug: 'finite-slots',
  open: ['browser', 'wire'],
  accepts: (lab) => isShopWired(lab, settings) && lab.connectionLoad('shop.example').held === 0,
  prepare: async (lab) => {
    await openWiredShop(lab, settings);
    lab.advance(60_000);
  },
  questions: [
    {
      slug: 'fifty-guests',
      when: 'before',
      answers: [
        { slug: 'all-served', right: false },
        { slug: 'all-slower', right: false },
        { slug: 'some-refused', right: true },
      ],
    },
    {
      slug: 'who-holds-them',
      when: 'after',
      answers: [
        { slug: 'idle', right: true },
        { slug: 'busy', right: false },
        { slug: 'attackers', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'turned-away',
      pointsAt: 'connections',
      reached: (evidence) => turnedAway(evidence) !== undefined,
    },
    {
      slug: 'serve-all',
      pointsAt: 'connections',
      reached: (evidence) => {
        const before = turnedAway(evidence)?.sequence ?? Number.POSITIVE_INFINITY;
        return crowds(evidence).some(
          (crowd) => crowd.sequence > before && isWellServed(crowd) && !boughtSlots(evidence),
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'more-slots',
      taken: (evidence) => boughtSlots(evidence),
    },
    {
      slug: 'long-wait',
      taken: (evidence) => {
        const newest = crowds(evidence).at(-1);
        return newest !== undefined && newest.refused === 0 && newest.longestWaitMs >= patience;
      },
    },
    {
      slug: 'slots-still-held',
      taken: (evidence) => {
        const [first, ...later] = crowds(evidence);
        return first !== undefined && (later.at(-1)?.refused ?? 0) > 0;
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('fifty-guests', 'some-refused');
    await hands.act('connections', (lab) => lab.letGuestsCome(50));
    await hands.pointAt('waterfall');
    await hands.act('connections', (lab) => lab.changeConnections({ keepAliveTimeoutSeconds: 0 }));
    await hands.act('clock', (lab) => lab.advance(60_000));
    await hands.act('connections', (lab) => lab.letGuestsCome(50));
    await hands.pointAt('waterfall');
    await hands.answer('who-holds-them', 'idle');
  },
  sources: [
    { label: 'RFC 9112 §9.5', href: 'https://www.rfc-editor.org/rfc/rfc9112.html#section-9.5' },
    mdn('HTTP/Guides/Connection_management_in_HTTP_1.x'),
  ],
};

type Crowd = Noted<'guests-came'>;

function crowds({ entries }: Evidence): readonly Crowd[] {
  return events(entries, 'guests-came');
}

function turnedAway(evidence: Evidence): Crowd | undefined {
  return crowds(evidence).find(({ refused }) => refused > 0);
}

function isWellServed({ refused, longestWaitMs }: Crowd): boolean {
  return refused === 0 && longestWaitMs < patience;
}

function boughtSlots({ lab }: Evidence): boolean {
  return lab.connectionSettings.slots > slots;
}
