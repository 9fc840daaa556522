import { DEFAULT_CONNECTION_SETTINGS } from '../../../wire/connections/settings.ts';
import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { hasPictures, loadsIn, type Load } from './loads.ts';
import { isShopWired, openWiredShop } from './wired.ts';

/** HTTP/1.0: a connection for each request, and a handshake for each connection. */
export const oneEach: Step = {
  slug: 'one-each',
  open: ['browser', 'wire'],
  accepts: (lab) => isShopWired(lab, { httpVersion: '1.0' }),
  prepare: (lab) => openWiredShop(lab, { httpVersion: '1.0' }),
  questions: [
    {
      slug: 'how-many',
      when: 'before',
      answers: [
        { slug: 'one', right: false },
        { slug: 'six', right: false },
        { slug: 'as-many-as-requests', right: true },
      ],
    },
    {
      slug: 'what-grew',
      when: 'after',
      answers: [
        { slug: 'round-trips', right: true },
        { slug: 'server-work', right: false },
        { slug: 'content', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'count',
      pointsAt: 'waterfall',
      reached: (evidence) => countedLoads(evidence).length > 0,
    },
    {
      slug: 'far-away',
      pointsAt: 'connections',
      reached: (evidence) => countedLoads(evidence).some(isFromAfar),
    },
  ],
  wrongTurns: [
    {
      slug: 'kept-open',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1);
        return newest !== undefined && newest.handshakes < newest.exchanges.length;
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-many', 'as-many-as-requests');
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.act('connections', (lab) => lab.changeConnections({ roundTripMs: 200 }));
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.answer('what-grew', 'round-trips');
  },
  sources: [
    { label: 'RFC 1945 §1.3', href: 'https://www.rfc-editor.org/rfc/rfc1945.html#section-1.3' },
    {
      label: 'RFC 9293 §3.5',
      href: 'https://www.rfc-editor.org/rfc/rfc9293.html#section-3.5',
    },
    mdn('HTTP/Guides/Connection_management_in_HTTP_1.x'),
  ],
};

/** Pages with pictures for which every request shook hands. */
function countedLoads(evidence: Evidence): readonly Load[] {
  return loadsIn(evidence).filter(
    (load) => hasPictures(load) && load.handshakes === load.exchanges.length,
  );
}

/** Its handshake took clearly longer than over the line of the first day. */
function isFromAfar({ timing }: Load): boolean {
  const tcp = timing.phases.find(({ phase }) => phase === 'tcp')?.ms ?? 0;
  return tcp >= 2 * DEFAULT_CONNECTION_SETTINGS.roundTripMs;
}
