import { decodeJwt } from '../../../jwt/decode.ts';
import { events } from '../../observations.ts';
import { jwtCheatSheet, rfc } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsToken, prepareToken } from './alices-token.ts';

/** No key is asked for: what is signed can be read by whoever holds it. */
export const decode: Step = {
  slug: 'decode',
  open: ['browser'],
  bench: 'decode',
  accepts: (lab) => holdsToken(lab) && cartIn(lab.bench.token ?? '').length === 0,
  prepare: (lab) => prepareToken(lab),
  questions: [
    {
      slug: 'what-it-takes',
      when: 'before',
      answers: [
        { slug: 'nothing', right: true },
        { slug: 'secret', right: false },
        { slug: 'public-key', right: false },
      ],
    },
    {
      slug: 'four-words',
      when: 'after',
      answers: [
        { slug: 'encryption', right: false },
        { slug: 'hashing', right: false },
        { slug: 'encoding', right: true },
        { slug: 'signature', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'read-it',
      pointsAt: 'bench',
      reached: (evidence) => readings(evidence).some((claims) => claims.sub === 'alice'),
    },
    {
      slug: 'private-claim',
      pointsAt: 'page',
      reached: (evidence) => readTokens(evidence).some((token) => cartIn(token).length > 0),
    },
  ],
  wrongTurns: [
    {
      slug: 'not-a-token',
      taken: ({ entries }) => (events(entries, 'bench-decoded').at(-1)?.code ?? null) !== null,
    },
    {
      slug: 'old-token',
      taken: (evidence) =>
        cartIn(evidence.lab.bench.token ?? '').length > 0 &&
        readTokens(evidence).length > 1 &&
        readTokens(evidence).every((token) => cartIn(token).length === 0),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-it-takes', 'nothing');
    await hands.act('bench', (lab) => lab.bench.decode(lab.bench.token ?? ''));
    await hands.visit('/');
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.act('bench', (lab) => lab.bench.decode(lab.bench.token ?? ''));
    await hands.answer('four-words', 'encoding');
  },
  sources: [
    rfc(7515, '3.1'),
    rfc(7519, '4.1'),
    rfc(7519, '4.2'),
    rfc(7519, '4.3'),
    rfc(7519, '12'),
    jwtCheatSheet('token-information-disclosure'),
  ],
};

function readTokens({ entries }: Evidence): readonly string[] {
  return events(entries, 'bench-decoded')
    .filter(({ payload }) => payload !== null)
    .map(({ token }) => token);
}

function readings(evidence: Evidence) {
  return readTokens(evidence).flatMap((token) => {
    const read = decodeJwt(token);
    return read.ok ? [read.claims] : [];
  });
}

/** The products that a token's `cart` names. */
function cartIn(token: string): readonly string[] {
  const read = decodeJwt(token);
  const cart = read.ok ? read.claims['cart'] : null;
  return typeof cart === 'object' && cart !== null ? Object.keys(cart) : [];
}
