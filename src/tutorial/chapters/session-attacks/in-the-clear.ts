import type { Exchange } from '../../../lab/exchange.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import { events, isToShop, sentKey } from '../../observations.ts';
import { alice, mallory } from '../../preparations.ts';
import { rfc, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { comeAsAlice, front, sitDownAt } from './moves.ts';
import { alices, hasWrongKey, isTakenForAlice } from './seen.ts';

const scene: Scene = { settings: { cookie: { secure: false } } };
const inClear = 'http://shop.example/';

/** In the café one request without TLS is enough; with HSTS none leaves any more. */
export const inTheClear: Step = {
  slug: 'in-the-clear',
  open: ['browser', 'wire'],
  accepts: (lab) => isSceneSet(lab, scene) && [alice, mallory].every((id) => isInCafe(lab, id)),
  prepare: async (lab) => {
    lab.showBrowser(mallory);
    lab.joinNetwork('cafe');
    lab.showBrowser(alice);
    lab.joinNetwork('cafe');
    await setScene(lab, scene);
  },
  questions: [
    {
      slug: 'what-is-heard',
      when: 'before',
      answers: [
        { slug: 'everything', right: false },
        { slug: 'nothing', right: false },
        { slug: 'whom-and-how-much', right: true },
      ],
    },
    {
      slug: 'gap',
      when: 'after',
      answers: [
        { slug: 'first-visit', right: true },
        { slug: 'no-gap', right: false },
        { slug: 'each-tab', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'in-clear',
      pointsAt: 'address-bar',
      reached: (evidence) => keysInClear(evidence).length > 0,
    },
    {
      slug: 'taken',
      pointsAt: 'overheard',
      reached: (evidence) =>
        evidence.exchanges.some(
          (one) => isTakenForAlice(one) && keysInClear(evidence).includes(sentKey(one) ?? ''),
        ),
    },
    {
      slug: 'upgraded',
      pointsAt: 'protection',
      reached: ({ entries }) =>
        events(entries, 'request-upgraded').some(({ browserId }) => browserId === alice),
    },
  ],
  wrongTurns: [
    { slug: 'wrong-value', taken: hasWrongKey },
    {
      slug: 'not-told-yet',
      taken: (evidence) =>
        evidence.lab.settings.protection.strictTransportSecurity &&
        events(evidence.entries, 'strict-transport-noted').length === 0 &&
        alices(evidence).filter(isInClear).length > 1,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-is-heard', 'whom-and-how-much');
    await hands.visit(inClear);
    await hands.pointAt('overheard');
    await comeAsAlice(hands);
    await hands.act('protection', (lab) => lab.changeProtection({ strictTransportSecurity: true }));
    await sitDownAt(hands, alice);
    await hands.visit(front);
    await hands.pointAt('message');
    await hands.visit(inClear);
    await hands.pointAt('exchanges');
    await hands.answer('gap', 'first-visit');
  },
  sources: [
    rfc(6797, '8.3'),
    rfc(6797, '14.6'),
    rfc(6066, '3'),
    sessionCheatSheet('transport-layer-security'),
  ],
};

function isInCafe(lab: Lab, browserId: string): boolean {
  return (
    events(lab.log, 'network-joined').findLast((one) => one.browserId === browserId)?.network ===
    'cafe'
  );
}

function isInClear(exchange: Exchange): boolean {
  return isToShop(exchange) && exchange.request.targetUri.startsWith('http:');
}

/** Keys of Alice’s that everybody on the same network could read. */
function keysInClear(evidence: Evidence): readonly string[] {
  return alices(evidence)
    .filter(isInClear)
    .flatMap((one) => sentKey(one) ?? []);
}
