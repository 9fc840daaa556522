import { events, hostOf, pathOf, shopPages, traced } from '../../observations.ts';
import { rfc } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { fetchedKeys } from '../../../lab/bench/fetched-keys.ts';
import { holdsToken, prepareToken } from './alices-token.ts';
import { letterIn, written } from './tokens.ts';

const pair = { cookieTokenAlgorithm: 'ES256' } as const;
const keySet = 'https://api.shop.example/.well-known/jwks.json';

/** With the public key everybody can verify, and nobody can sign. */
export const publicKeys: Step = {
  slug: 'public-keys',
  open: ['browser', 'wire'],
  bench: 'public-key',
  accepts: (lab) => holdsToken(lab, pair),
  prepare: (lab) => prepareToken(lab, pair),
  questions: [
    {
      slug: 'what-for',
      when: 'before',
      answers: [
        { slug: 'read', right: false },
        { slug: 'verify', right: true },
        { slug: 'sign', right: false },
      ],
    },
    {
      slug: 'ten-services',
      when: 'after',
      answers: [
        { slug: 'pair', right: true },
        { slug: 'shared', right: false },
        { slug: 'public-secret', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'fetch-keys',
      pointsAt: 'address-bar',
      reached: ({ exchanges }) =>
        exchanges.some((one) => one.response !== null && traced(one, 'keys-sent')),
    },
    {
      slug: 'verify',
      pointsAt: 'bench',
      reached: ({ entries }) => events(entries, 'bench-verified').some(({ matches }) => matches),
    },
    {
      slug: 'cannot-sign',
      pointsAt: 'bench',
      reached: ({ entries }) =>
        events(entries, 'bench-signing-refused').some(
          ({ code }) => code === 'private-half-missing',
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'wrong-host',
      taken: (evidence) => {
        const newest = evidence.exchanges.findLast((one) => one.kind === 'navigation');
        return (
          newest !== undefined &&
          hostOf(newest) === 'shop.example' &&
          pathOf(newest).includes('jwks') &&
          shopPages(evidence).includes(newest)
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-for', 'verify');
    await hands.visit(keySet);
    await hands.act('bench', (lab) =>
      lab.bench.verify(lab.bench.token ?? '', fetchedKeys(lab.exchanges)),
    );
    const { header, payload } = letterIn(hands.lab);
    await hands.act('bench', (lab) =>
      lab.bench.signWith(header, written(payload, { sub: 'bob' }), fetchedKeys(lab.exchanges)),
    );
    await hands.answer('ten-services', 'pair');
  },
  sources: [rfc(7517, '5'), rfc(7518, '3.1'), rfc(8725, '3.1'), rfc(7515, '10.5')],
};
