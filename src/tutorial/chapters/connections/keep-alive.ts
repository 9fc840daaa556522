import { pathOf } from '../../observations.ts';
import { mdn } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { hasPictures, loadsIn, type Load } from './loads.ts';
import { isShopWired, openWiredShop } from './wired.ts';

const settings = { httpVersion: '1.0', keepAliveTimeoutSeconds: 300 } as const;

/** HTTP/1.1 leaves the connection open: the next request finds it there. */
export const keepAlive: Step = {
  slug: 'keep-alive',
  open: ['browser', 'wire'],
  accepts: (lab) => isShopWired(lab, settings),
  prepare: (lab) => openWiredShop(lab, settings),
  questions: [
    {
      slug: 'second-page',
      when: 'before',
      answers: [
        { slug: 'one-each', right: false },
        { slug: 'one', right: false },
        { slug: 'none', right: true },
      ],
    },
    {
      slug: 'why-six',
      when: 'after',
      answers: [
        { slug: 'one-would-do', right: false },
        { slug: 'one-at-a-time', right: true },
        { slug: 'server-wants-it', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'first-page',
      pointsAt: 'connections',
      reached: (evidence) => fewerHandshakes(evidence) !== undefined,
    },
    {
      slug: 'next-page',
      pointsAt: 'page',
      reached: (evidence) => {
        const first = fewerHandshakes(evidence);
        return (
          first !== undefined &&
          loadsIn(evidence).some(
            (load) => load.page.sequence > first.page.sequence && load.handshakes === 0,
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'still-closing',
      taken: (evidence) => {
        const newest = loadsIn(evidence).at(-1);
        return newest !== undefined && newest.handshakes === newest.exchanges.length;
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('second-page', 'none');
    await hands.act('connections', (lab) => lab.changeConnections({ httpVersion: '1.1' }));
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.visit('/products/croissant');
    await hands.pointAt('waterfall');
    await hands.answer('why-six', 'one-at-a-time');
  },
  sources: [
    { label: 'RFC 9112 §9.3', href: 'https://www.rfc-editor.org/rfc/rfc9112.html#section-9.3' },
    { label: 'RFC 9112 §9.4', href: 'https://www.rfc-editor.org/rfc/rfc9112.html#section-9.4' },
    mdn('HTTP/Guides/Connection_management_in_HTTP_1.x'),
  ],
};

/** The first page all of whose pictures came, and not over a connection each. */
function fewerHandshakes(evidence: Evidence): Load | undefined {
  return loadsIn(evidence).find(
    (load) =>
      pathOf(load.page) === '/' &&
      hasPictures(load) &&
      load.timing.httpVersion === '1.1' &&
      load.handshakes < load.exchanges.length,
  );
}
