import { decodeJwt } from '../../../jwt/decode.ts';
import { events, shopPages, traced } from '../../observations.ts';
import { jwtCheatSheet, rfc } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsToken, prepareToken, weak } from './alices-token.ts';
import { isTakenFor, letterIn, shownToken, written } from './tokens.ts';

/** A word for a secret is found without asking the server once; whoever has it is the server. */
export const weakSecret: Step = {
  slug: 'weak-secret',
  open: ['browser', 'server'],
  bench: 'dictionary',
  accepts: (lab) => holdsToken(lab, { careless: weak }),
  prepare: (lab) => prepareToken(lab, { careless: weak }),
  questions: [
    {
      slug: 'how-long',
      when: 'before',
      answers: [
        { slug: 'years', right: false },
        { slug: 'locked-out', right: false },
        { slug: 'seconds', right: true },
      ],
    },
    {
      slug: 'what-helps',
      when: 'after',
      answers: [
        { slug: 'lock-out', right: false },
        { slug: 'random', right: true },
        { slug: 'longer-hash', right: false },
      ],
    },
  ],
  goals: [
    { slug: 'found', pointsAt: 'bench', reached: ({ entries }) => foundAt(entries) !== null },
    {
      slug: 'sign-as-bob',
      pointsAt: 'bench',
      reached: ({ entries }) =>
        events(entries, 'bench-token-forged').some(
          ({ token, signedBy }) => signedBy === 'found-word' && isBobs(token),
        ),
    },
    {
      slug: 'accepted',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) => traced(one, 'careless-weak-secret-taken') && isTakenFor(one, 'bob'),
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'still-alice',
      taken: ({ entries }) => {
        const newest = events(entries, 'bench-token-forged').at(-1);
        return newest !== undefined && !isBobs(newest.token);
      },
    },
    {
      slug: 'not-signed',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return (
          newest !== undefined &&
          traced(newest, 'token-signature-refused') &&
          shownToken(newest)?.claims.sub !== 'alice'
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-long', 'seconds');
    await hands.act('bench', (lab) => lab.bench.searchSecret(lab.bench.token ?? ''));
    const { header, payload } = letterIn(hands.lab);
    await hands.act('bench', (lab) =>
      lab.bench.forge(header, written(payload, { sub: 'bob' }), 'found-word'),
    );
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('what-helps', 'random');
  },
  sources: [
    rfc(8725, '2.2'),
    rfc(8725, '3.5'),
    rfc(7518, '3.2'),
    jwtCheatSheet('weak-token-secret'),
  ],
};

function foundAt(entries: Evidence['entries']): number | null {
  return events(entries, 'dictionary-searched').find(({ word }) => word !== null)?.sequence ?? null;
}

function isBobs(token: string): boolean {
  const read = decodeJwt(token);
  return read.ok && read.claims.sub === 'bob';
}
