import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { loadsIn, type Load } from './loads.ts';
import { isShopWired, openWiredShop } from './wired.ts';

const settings = { keepAliveTimeoutSeconds: 5 } as const;

/** So long a pause is one: in milliseconds. */
const pause = 30_000;

/** An idle connection is closed after a while; how long a while, the server decides. */
export const lineGoesDead: Step = {
  slug: 'line-goes-dead',
  open: ['browser', 'wire'],
  accepts: (lab) => isShopWired(lab, settings),
  prepare: (lab) => openWiredShop(lab, settings),
  questions: [
    {
      slug: 'after-a-minute',
      when: 'before',
      answers: [
        { slug: 'error', right: false },
        { slug: 'new-handshake', right: true },
        { slug: 'still-open', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'too-late',
      pointsAt: 'clock',
      reached: (evidence) => afterPause(evidence).some(({ timing }) => !timing.reused),
    },
    {
      slug: 'in-time',
      pointsAt: 'connections',
      reached: (evidence) => afterPause(evidence).some(({ timing }) => timing.reused),
    },
  ],
  wrongTurns: [
    {
      slug: 'no-pause',
      taken: (evidence) => loadsIn(evidence).length > 0 && afterPause(evidence).length === 0,
    },
    {
      slug: 'still-short',
      taken: (evidence) =>
        afterPause(evidence).length > 1 &&
        afterPause(evidence).every(({ timing }) => !timing.reused) &&
        evidence.lab.connectionSettings.keepAliveTimeoutSeconds < 60,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('after-a-minute', 'new-handshake');
    await hands.act('clock', (lab) => lab.advance(60_000));
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.act('connections', (lab) =>
      lab.changeConnections({ keepAliveTimeoutSeconds: 300 }),
    );
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.act('clock', (lab) => lab.advance(60_000));
    await hands.act('waterfall', (lab) => lab.reload());
  },
  sources: [
    { label: 'RFC 9112 §9.5', href: 'https://www.rfc-editor.org/rfc/rfc9112.html#section-9.5' },
    mdn('HTTP/Reference/Headers/Keep-Alive'),
  ],
};

/** Pages that were asked for a good while after all that had been asked for before. */
function afterPause(evidence: Evidence): readonly Load[] {
  return loadsIn(evidence).filter(({ page, timing }) => {
    const before = evidence.lab.exchanges.findLast(
      (one) => one.sequence < page.sequence && one.browserId === page.browserId,
    );
    const ended = before?.timing?.endedAt;
    return ended !== undefined && timing.startedAt - ended >= pause;
  });
}
