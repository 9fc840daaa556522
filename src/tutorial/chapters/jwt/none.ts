import type { Exchange } from '../../../lab/exchange.ts';
import { careful } from '../../../server/shop/settings.ts';
import { shopPages, traced } from '../../observations.ts';
import { jwtCheatSheet, rfc } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { holdsToken, prepareToken, takesNone } from './alices-token.ts';
import { isTakenFor, letterIn, shownToken, written } from './tokens.ts';

/** A token that says of itself that nobody needs to check it: who believes that, and who does not. */
export const none: Step = {
  slug: 'none',
  open: ['browser', 'server'],
  bench: 'unsigned',
  accepts: (lab) => holdsToken(lab, { careless: takesNone }),
  prepare: (lab) => prepareToken(lab, { careless: takesNone }),
  questions: [
    {
      slug: 'who-chooses',
      when: 'after',
      answers: [
        { slug: 'verifier', right: true },
        { slug: 'token', right: false },
        { slug: 'agreed', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'believed',
      pointsAt: 'bench',
      reached: (evidence) => believedAt(evidence) !== null,
    },
    {
      slug: 'refused',
      pointsAt: 'careless',
      reached: (evidence) => {
        const believed = believedAt(evidence);
        return (
          believed !== null &&
          shopPages(evidence).some(
            (one) =>
              one.sequence > believed && isUnsigned(one) && traced(one, 'token-algorithm-refused'),
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'still-signed',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'token-signature-refused');
      },
    },
    {
      slug: 'careful-first',
      taken: (evidence) =>
        believedAt(evidence) === null &&
        shopPages(evidence).some((one) => traced(one, 'token-algorithm-refused')),
    },
  ],
  showMe: async (hands) => {
    const { header, payload } = letterIn(hands.lab);
    await hands.act('bench', (lab) =>
      lab.bench.forge(written(header, { alg: 'none' }), written(payload, { sub: 'bob' }), 'nobody'),
    );
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.act('careless', (lab) => lab.changeCarelessness(careful));
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('who-chooses', 'verifier');
  },
  sources: [
    rfc(8725, '2.1'),
    rfc(8725, '3.1'),
    rfc(7518, '3.6'),
    jwtCheatSheet('none-hashing-algorithm'),
  ],
};

function isUnsigned(exchange: Exchange): boolean {
  return shownToken(exchange)?.header.alg.toLowerCase() === 'none';
}

/** When the shop first took an unsigned token for Bob's. */
function believedAt(evidence: Evidence): number | null {
  const believed = shopPages(evidence).find(
    (one) => traced(one, 'careless-none-accepted') && isTakenFor(one, 'bob'),
  );
  return believed?.sequence ?? null;
}
