import { shopPages, traced } from '../../observations.ts';
import { credentials } from '../../preparations.ts';
import { rfc } from '../../sources.ts';
import type { Step } from '../../step.ts';
import { holdsToken, prepareToken } from './alices-token.ts';
import { isRefusedFor, letterIn, shownToken, written } from './tokens.ts';

const shop = 'https://shop.example';
const elsewhere = 'https://news.example';

/** Well-formed, signed, in time, meant for here: each is asked apart, and each can fail alone. */
export const fourVerdicts: Step = {
  slug: 'four-verdicts',
  open: ['browser', 'server'],
  bench: 'shop-key',
  accepts: (lab) => holdsToken(lab),
  prepare: (lab) => prepareToken(lab),
  questions: [
    {
      slug: 'after-exp',
      when: 'before',
      answers: [
        { slug: 'cookie-gone', right: false },
        { slug: 'signature-valid', right: true },
        { slug: 'signature-fails', right: false },
      ],
    },
    {
      slug: 'blocked',
      when: 'after',
      answers: [
        { slug: 'signature', right: false },
        { slug: 'time', right: false },
        { slug: 'none', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'expired',
      pointsAt: 'clock',
      reached: (evidence) => shopPages(evidence).some((one) => isRefusedFor(one, 'exp')),
    },
    {
      slug: 'wrong-audience',
      pointsAt: 'bench',
      reached: (evidence) => shopPages(evidence).some((one) => isRefusedFor(one, 'aud')),
    },
  ],
  wrongTurns: [
    {
      slug: 'still-expired',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return (
          newest !== undefined &&
          isRefusedFor(newest, 'exp') &&
          shownToken(newest)?.claims.aud !== shop
        );
      },
    },
    {
      slug: 'edited-only',
      taken: (evidence) => {
        const newest = shopPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'token-signature-refused');
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('after-exp', 'signature-valid');
    await hands.act('clock', (lab) => lab.advance(30 * 60_000));
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.submit('/login', credentials('alice'));
    const { header, payload } = letterIn(hands.lab);
    await hands.act('bench', (lab) =>
      lab.bench.forge(header, written(payload, { aud: elsewhere }), 'shop-key'),
    );
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('blocked', 'none');
  },
  sources: [
    rfc(7519, '7.2'),
    rfc(7519, '4.1.3'),
    rfc(7519, '4.1.4'),
    rfc(8725, '3.8'),
    rfc(8725, '3.9'),
  ],
};
