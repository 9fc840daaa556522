import { events, sentKey, shopPages, traced } from '../../observations.ts';
import { credentials, openShop } from '../../preparations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { asNamed, isNobodySignedIn } from './signed-in.ts';

/** A new identifier at sign-in; and a table in memory that ends with the process. */
export const newKey: Step = {
  slug: 'new-key',
  open: ['browser', 'server'],
  accepts: isNobodySignedIn,
  prepare: (lab) => openShop(lab, asNamed(lab)),
  questions: [
    {
      slug: 'why-new',
      when: 'after',
      answers: [
        { slug: 'worn-out', right: false },
        { slug: 'planted', right: true },
        { slug: 'names-alice', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'guest-key',
      pointsAt: 'page',
      reached: ({ exchanges }) =>
        exchanges.some((one) =>
          one.sessionChanges.some(
            ({ change, record }) => change === 'created' && record.userId === null,
          ),
        ),
    },
    {
      slug: 'new-key',
      pointsAt: 'page',
      reached: ({ exchanges }) =>
        exchanges.some((one) =>
          one.sessionChanges.some(
            ({ change, record }) => change === 'regenerated' && record.userId !== null,
          ),
        ),
    },
    {
      slug: 'restart',
      pointsAt: 'restart-server',
      reached: (evidence) => restartedAt(evidence) !== null,
    },
    {
      slug: 'orphan',
      pointsAt: 'page',
      reached: (evidence) => {
        const restarted = restartedAt(evidence);
        return (
          restarted !== null &&
          shopPages(evidence).some(
            (one) =>
              one.sequence > restarted &&
              sentKey(one) !== undefined &&
              traced(one, 'session-unknown'),
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'no-key-before',
      taken: ({ exchanges }) => {
        const signIn = exchanges.findLast((one) => traced(one, 'password-matched'));
        return (
          signIn !== undefined && signIn.sessionChanges.some(({ change }) => change === 'created')
        );
      },
    },
    {
      slug: 'key-kept',
      taken: ({ exchanges }) => {
        const signIn = exchanges.findLast((one) => traced(one, 'password-matched'));
        return signIn !== undefined && traced(signIn, 'session-id-kept');
      },
    },
  ],
  showMe: async (hands) => {
    await hands.submit('/cart', { product: 'salt-bread' });
    await hands.pointAt('sessions');
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.pointAt('sessions');
    await hands.act('restart-server', (lab) => lab.restartServer());
    await hands.pointAt('cookies');
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('why-new', 'planted');
  },
  sources: [
    sessionCheatSheet('renew-the-session-id-after-any-privilege-level-change'),
    cookieSpec('8.4'),
  ],
};

/** A restart that cost someone their session. */
function restartedAt({ entries }: Evidence): number | null {
  return (
    events(entries, 'server-restarted').find(({ sessionsLost }) => sessionsLost > 0)?.sequence ??
    null
  );
}
