import type { HttpVersion } from '../../../http/http-version.ts';
import type { Evidence, Step } from '../../step.ts';
import { hasPictures, loadsIn } from './loads.ts';
import { isShopWired, openWiredShop } from './wired.ts';

const settings = { roundTripMs: 100, keepAliveTimeoutSeconds: 300 } as const;

/** HTTP/2: everything at once on one connection. HTTP/3: and that one set up in one round trip. */
export const newerVersions: Step = {
  slug: 'newer-versions',
  open: ['browser', 'wire'],
  accepts: (lab) => isShopWired(lab, settings),
  prepare: (lab) => openWiredShop(lab, settings),
  questions: [
    {
      slug: 'with-two',
      when: 'before',
      answers: [
        { slug: 'one', right: true },
        { slug: 'six', right: false },
        { slug: 'one-each', right: false },
      ],
    },
    {
      slug: 'saved-by-three',
      when: 'after',
      answers: [
        { slug: 'all-handshakes', right: false },
        { slug: 'one-round-trip', right: true },
        { slug: 'smaller', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'http-two',
      pointsAt: 'connections',
      reached: (evidence) => loadedAtOnce(evidence, '2'),
    },
    {
      slug: 'http-three',
      pointsAt: 'connections',
      reached: (evidence) => loadedAtOnce(evidence, '3'),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('with-two', 'one');
    await hands.act('connections', (lab) => lab.changeConnections({ httpVersion: '2' }));
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.act('connections', (lab) => lab.changeConnections({ httpVersion: '3' }));
    await hands.act('waterfall', (lab) => lab.reload());
    await hands.answer('saved-by-three', 'one-round-trip');
  },
  sources: [
    { label: 'RFC 9113 §5', href: 'https://www.rfc-editor.org/rfc/rfc9113.html#section-5' },
    { label: 'RFC 9113 §8.2.2', href: 'https://www.rfc-editor.org/rfc/rfc9113.html#section-8.2.2' },
    { label: 'RFC 9114 §2', href: 'https://www.rfc-editor.org/rfc/rfc9114.html#section-2' },
    { label: 'RFC 9001 §4', href: 'https://www.rfc-editor.org/rfc/rfc9001.html#section-4' },
  ],
};

/** A page with pictures over one new connection. */
function loadedAtOnce(evidence: Evidence, version: HttpVersion): boolean {
  return loadsIn(evidence).some(
    (load) =>
      hasPictures(load) &&
      load.timing.httpVersion === version &&
      load.connections === 1 &&
      load.handshakes === 1,
  );
}
