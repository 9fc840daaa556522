import { sentKey, traced } from '../../observations.ts';
import { mallory } from '../../preparations.ts';
import { sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isSceneSet, setScene, type Scene } from './alices-visit.ts';
import { runInConsole, signInAsAlice, sitDownAt } from './moves.ts';
import { tryAll, tryIdentifiers } from './scripts.ts';
import { isTakenForAlice, mallorys } from './seen.ts';

const scene: Scene = { settings: { sessionIdBits: 8 } };
const longBits = 64;
const manyTries = 50;

/** A short identifier is found by trying; a long one is not, however long one tries. */
export const guessing: Step = {
  slug: 'guessing',
  open: ['browser', 'server'],
  accepts: (lab) => isSceneSet(lab, scene),
  prepare: (lab) => setScene(lab, scene),
  questions: [
    {
      slug: 'how-many',
      when: 'before',
      answers: [
        { slug: 'all', right: false },
        { slug: 'half', right: true },
        { slug: 'eight', right: false },
      ],
    },
    {
      slug: 'sixteen-octets',
      when: 'after',
      answers: [
        { slug: 'years', right: false },
        { slug: 'never', right: true },
        { slug: 'sixteen-times', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'guessed',
      pointsAt: 'console',
      reached: ({ exchanges }) => exchanges.some(isTakenForAlice),
    },
    {
      slug: 'too-many',
      pointsAt: 'timeouts',
      reached: (evidence) => triedInVain(evidence) >= manyTries,
    },
  ],
  wrongTurns: [
    {
      slug: 'old-key',
      taken: ({ exchanges, lab }) =>
        lab.settings.sessionIdBits >= longBits &&
        lastLongKeyAt(exchanges) === null &&
        mallorys({ exchanges }).filter(isTakenForAlice).length > 1,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('how-many', 'half');
    await sitDownAt(hands, mallory);
    await hands.visit('/');
    await runInConsole(hands, tryAll);
    await hands.pointAt('trace');
    await hands.act('timeouts', (lab) => lab.changeSettings({ sessionIdBits: 128 }));
    await signInAsAlice(hands);
    await sitDownAt(hands, mallory);
    await runInConsole(hands, tryIdentifiers(manyTries));
    await hands.answer('sixteen-octets', 'never');
  },
  sources: [
    sessionCheatSheet('session-id-entropy'),
    sessionCheatSheet('session-id-length'),
    {
      label: 'OWASP ASVS 5.0, 7.2.3',
      href: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
  ],
};

/** When Alice was last given a long key. */
function lastLongKeyAt(exchanges: Evidence['exchanges']): number | null {
  const made = exchanges.findLast(({ trace }) =>
    trace.some(
      ({ code, values }) => code === 'session-id-made' && Number(values['bits']) >= longBits,
    ),
  );
  return made?.sequence ?? null;
}

/** How many different keys Mallory has tried since then that opened nothing. */
function triedInVain({ exchanges }: Evidence): number {
  const since = lastLongKeyAt(exchanges);
  if (since === null) return 0;
  const tried = mallorys({ exchanges }).filter(
    (one) => one.sequence > since && traced(one, 'session-unknown'),
  );
  return new Set(tried.map((one) => sentKey(one))).size;
}
