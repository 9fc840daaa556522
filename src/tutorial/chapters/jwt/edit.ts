import { decodeJwt } from '../../../jwt/decode.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { events, shopPages, traced } from '../../observations.ts';
import { rfc } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { holdsToken, prepareToken } from './alices-token.ts';
import { letterIn, shownToken, written } from './tokens.ts';

/** Whoever holds the letter can write in it; the server notices. */
export const edit: Step = {
  slug: 'edit',
  open: ['browser', 'server'],
  bench: 'edit',
  accepts: (lab) => holdsToken(lab),
  prepare: (lab) => prepareToken(lab),
  questions: [
    {
      slug: 'what-happens',
      when: 'before',
      answers: [
        { slug: 'cannot', right: false },
        { slug: 'bobs-account', right: false },
        { slug: 'refused', right: true },
      ],
    },
    {
      slug: 'which-check',
      when: 'after',
      answers: [
        { slug: 'signature', right: true },
        { slug: 'sub', right: false },
        { slug: 'table', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'write-bob',
      pointsAt: 'bench',
      reached: ({ entries, lab }) =>
        events(entries, 'cookie-edited').some(({ cookie }) => cookie.name === 'token') &&
        subOf(lab.bench.token ?? '') !== 'alice',
    },
    {
      slug: 'refused',
      pointsAt: 'address-bar',
      reached: (evidence) =>
        shopPages(evidence).some((one) => isChanged(one) && traced(one, 'token-signature-refused')),
    },
  ],
  wrongTurns: [
    {
      slug: 'broken',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'token-malformed');
      },
    },
    {
      slug: 'still-alice',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return (
          newest !== undefined && !isChanged(newest) && traced(newest, 'token-signature-refused')
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-happens', 'refused');
    const { header, payload } = letterIn(hands.lab);
    await hands.act('bench', (lab) =>
      lab.bench.forge(header, written(payload, { sub: 'bob' }), 'old-signature'),
    );
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('which-check', 'signature');
  },
  sources: [rfc(7515, '5.2'), rfc(7519, '7.2')],
};

function isChanged(exchange: Exchange): boolean {
  const token = shownToken(exchange);
  return token !== null && token.claims.sub !== 'alice';
}

function subOf(token: string): unknown {
  const read = decodeJwt(token);
  return read.ok ? read.claims.sub : 'alice';
}
