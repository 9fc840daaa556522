import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import { events, letIn, sentKey, shopPages, traced } from '../../observations.ts';
import {
  addKey,
  alice,
  isAtShop,
  isSet,
  keyCookie,
  keyOf,
  mallory,
  shop,
} from '../../preparations.ts';
import { sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { asNamed, prepareSignedIn } from './signed-in.ts';

/** Deleting the cookie hides the key; only the server can change the lock. */
export const signOut: Step = {
  slug: 'sign-out',
  open: ['browser', 'server'],
  accepts: (lab) => {
    const key = keyOf(lab);
    const row = lab.sessions.find(({ id }) => id === key);
    const living = row?.userId === 'alice' && lab.clock.now < row.idleExpiresAt;
    return isAtShop(lab) && isSet(lab, asNamed(lab)) && living && keyOf(lab, mallory) === key;
  },
  prepare: async (lab) => {
    await prepareSignedIn(lab);
    const key = keyCookie(lab)?.value ?? '';
    lab.showBrowser(mallory);
    await lab.visit(`${shop}/`);
    addKey(lab, key);
    lab.showBrowser(alice);
  },
  questions: [
    {
      slug: 'who-signs-out',
      when: 'after',
      answers: [
        { slug: 'browser', right: false },
        { slug: 'server', right: true },
        { slug: 'both', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'delete-cookie',
      pointsAt: 'cookies',
      reached: (evidence) => deletedAt(evidence) !== null,
    },
    {
      slug: 'copy-works',
      pointsAt: 'browser-choice',
      reached: (evidence) => {
        const deleted = deletedAt(evidence);
        return (
          deleted !== null &&
          malloryPages(evidence).some((one) => one.sequence > deleted && letIn(one))
        );
      },
    },
    {
      slug: 'sign-out',
      pointsAt: 'browser-choice',
      reached: (evidence) => endedRows(evidence).length > 0,
    },
    {
      slug: 'copy-fails',
      pointsAt: 'browser-choice',
      reached: (evidence) => {
        const ended = endedRows(evidence);
        return malloryPages(evidence).some(
          (one) => ended.includes(sentKey(one) ?? '') && traced(one, 'session-unknown'),
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'no-key-no-sign-out',
      taken: (evidence) => {
        const newest = shopPages(evidence).findLast((one) => one.request.method === 'POST');
        return (
          newest !== undefined &&
          traced(newest, 'cookie-deleted') &&
          !traced(newest, 'session-row-deleted')
        );
      },
    },
    {
      slug: 'another-row',
      taken: (evidence) => {
        const ended = endedRows(evidence);
        const newest = malloryPages(evidence).at(-1);
        return (
          ended.length > 0 &&
          newest !== undefined &&
          letIn(newest) &&
          !ended.includes(sentKey(newest) ?? '') &&
          isAfterSignOut(evidence, newest.sequence)
        );
      },
    },
  ],
  showMe: async (hands) => {
    const key = keyCookie(hands.lab);
    await hands.act('cookies', (lab) => {
      if (key) lab.deleteCookie(key);
    });
    await hands.act('browser-choice', (lab) => lab.showBrowser(mallory));
    await hands.visit('/account');
    await hands.act('browser-choice', (lab) => lab.showBrowser(alice));
    await hands.act('cookies', (lab) => addKey(lab, key?.value ?? ''));
    await hands.visit('/account');
    await hands.submit('/logout', {});
    await hands.pointAt('sessions');
    await hands.act('browser-choice', (lab) => lab.showBrowser(mallory));
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('who-signs-out', 'server');
  },
  sources: [
    sessionCheatSheet('session-expiration'),
    sessionCheatSheet('manual-session-expiration'),
  ],
};

function deletedAt({ entries }: Evidence): number | null {
  const removed = events(entries, 'cookie-removed').find(
    ({ browserId, cookie }) => browserId === alice && isSessionCookie(cookie.name),
  );
  return removed?.sequence ?? null;
}

/** Identifiers of the rows that a sign-out has deleted. */
function endedRows({ exchanges }: Evidence): readonly string[] {
  return exchanges.flatMap((one) =>
    one.sessionChanges.filter(({ change }) => change === 'deleted').map(({ record }) => record.id),
  );
}

function isAfterSignOut({ exchanges }: Evidence, sequence: number): boolean {
  return exchanges.some((one) => one.sequence < sequence && traced(one, 'session-row-deleted'));
}

function malloryPages(evidence: Evidence) {
  return shopPages(evidence).filter(({ browserId }) => browserId === mallory);
}
