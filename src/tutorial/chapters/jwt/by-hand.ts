import { events } from '../../observations.ts';
import { rfc } from '../../sources.ts';
import type { Evidence, Hands, Step } from '../../step.ts';
import { holdsToken, prepareToken } from './alices-token.ts';
import { letterIn } from './tokens.ts';

/** Encode, join, HMAC, encode: the very letters that the shop made. */
export const byHand: Step = {
  slug: 'by-hand',
  open: ['browser'],
  bench: 'sign-by-hand',
  accepts: (lab) => holdsToken(lab),
  prepare: (lab) => prepareToken(lab),
  questions: [
    {
      slug: 'one-letter',
      when: 'before',
      answers: [
        { slug: 'one-digit', right: false },
        { slug: 'about-half', right: true },
        { slug: 'nothing', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'joined',
      pointsAt: 'bench',
      reached: ({ entries }) => events(entries, 'bench-joined').length > 0,
    },
    { slug: 'same', pointsAt: 'bench', reached: isTheShops },
    { slug: 'one-letter', pointsAt: 'bench', reached: differsByALetter },
    {
      slug: 'plain-base64',
      pointsAt: 'bench',
      reached: ({ entries }) =>
        events(entries, 'bench-token-made').some(
          ({ alphabet, code }) => alphabet === 'base64' && code !== null,
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'another-letter',
      taken: (evidence) =>
        !isTheShops(evidence) &&
        events(evidence.entries, 'bench-token-made').some(({ alphabet }) => alphabet !== 'base64'),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('one-letter', 'about-half');
    const { header, payload } = letterIn(hands.lab);
    await makeMac(hands, header, payload);
    await hands.act('bench', (lab) => lab.bench.finish('base64url'));
    await makeMac(hands, header, payload.replace('"alice"', '"alicf"'));
    await hands.act('bench', (lab) => lab.bench.finish('base64'));
  },
  sources: [
    rfc(7515, '5.1'),
    rfc(7518, '3.2'),
    rfc(4648, '5'),
    {
      label: 'RFC 7515 App. A.1',
      href: 'https://www.rfc-editor.org/rfc/rfc7515.html#appendix-A.1',
    },
  ],
};

async function makeMac(hands: Hands, header: string, payload: string): Promise<void> {
  await hands.act('bench', (lab) => lab.bench.encode(header, payload));
  await hands.act('bench', (lab) => lab.bench.join());
  await hands.act('bench', (lab) => lab.bench.makeMac());
}

/** What was made is, letter for letter, the token that the shop gave Alice. */
function isTheShops({ entries, lab }: Evidence): boolean {
  return events(entries, 'bench-token-made').some(({ token }) => token === lab.bench.token);
}

function differsByALetter({ entries }: Evidence): boolean {
  return (
    new Set(events(entries, 'bench-mac-made').map(({ signingInput }) => signingInput)).size > 1
  );
}
