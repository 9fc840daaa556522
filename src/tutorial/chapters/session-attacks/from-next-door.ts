import type { Exchange } from '../../../lab/exchange.ts';
import type { TraceCode } from '../../../server/trace-codes.ts';
import { traced } from '../../observations.ts';
import { alice } from '../../preparations.ts';
import { cookieSpec, csrfCheatSheet } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { blog, isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { stepInto } from './moves.ts';
import { forgedFrom, isOf, ordersOfAlice, sentFrom } from './seen.ts';

const scene: Scene = { settings: {}, bread: true };
const withOwnToken = `${blog}/form?token=mallory&cookie=csrf&value=mallory&path=/orders`;

/** For SameSite a neighbour is no stranger; a token in the form is, unless a cookie vouches for it. */
export const fromNextDoor: Step = {
  slug: 'from-next-door',
  open: ['browser', 'wire'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'does-lax-help',
      when: 'before',
      answers: [
        { slug: 'stopped', right: false },
        { slug: 'strict-would', right: false },
        { slug: 'through', right: true },
      ],
    },
    {
      slug: 'signed',
      when: 'after',
      answers: [
        { slug: 'bound', right: true },
        { slug: 'secret-cookie', right: false },
        { slug: 'longer', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'through',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        ordersOfAlice(evidence).some((one) => isOf(alice)(one) && sentFrom(one) === blog),
    },
    {
      slug: 'refused',
      pointsAt: 'protection',
      reached: (evidence) => forgedFrom(evidence, blog).some(isRefused),
    },
    {
      slug: 'agreed',
      pointsAt: 'protection',
      reached: (evidence) =>
        forgedFrom(evidence, blog).some((one) => traced(one, 'form-token-matched')),
    },
  ],
  wrongTurns: [
    {
      slug: 'without-cookie',
      taken: (evidence) => {
        const newest = forgedFrom(evidence, blog).at(-1);
        return (
          evidence.lab.settings.protection.formToken === 'double-submit' &&
          newest !== undefined &&
          newest.trace.some(
            ({ code, values }) =>
              (code === 'form-token-missing' || code === 'form-token-wrong') &&
              values['pattern'] === 'double-submit',
          )
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('does-lax-help', 'through');
    await stepInto(hands, `${blog}/form`, 'order-written');
    await hands.pointAt('message');
    await hands.act('protection', (lab) => lab.changeProtection({ formToken: 'synchroniser' }));
    await stepInto(hands, `${blog}/form`, 'form-token-missing');
    await hands.pointAt('message');
    await hands.act('protection', (lab) => lab.changeProtection({ formToken: 'double-submit' }));
    await stepInto(hands, withOwnToken, 'form-token-matched');
    await hands.pointAt('message');
    await hands.answer('signed', 'bound');
  },
  sources: [
    csrfCheatSheet,
    cookieSpec('8.8'),
    {
      label: 'Fetch Metadata §2.3',
      href: 'https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header',
    },
  ],
};

const refusals: readonly TraceCode[] = [
  'form-token-missing',
  'form-token-wrong',
  'request-origin-refused',
  'fetch-site-refused',
];

function isRefused(exchange: Exchange): boolean {
  return refusals.some((code) => traced(exchange, code));
}
