import { identifierOf, isSessionCookie } from '../../../server/shop/names/naming.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import { events, foundAlice, letIn, shopPages, traced } from '../../observations.ts';
import { addKey, alice, mallory } from '../../preparations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { isAliceSignedIn, prepareSignedIn } from './signed-in.ts';

/** The browser closes, the row stays, and a copied key opens it. */
export const closeAndCopy: Step = {
  slug: 'close-and-copy',
  open: ['browser', 'server'],
  // A signed cookie cannot be made from the row: its key has to be plain to be copied from the table.
  accepts: (lab) => lab.settings.names !== 'express' && isAliceSignedIn(lab),
  prepare: async (lab) => {
    if (lab.settings.names === 'express') lab.changeSettings({ names: 'plain' });
    await prepareSignedIn(lab);
  },
  questions: [
    {
      slug: 'what-becomes-of-the-row',
      when: 'before',
      answers: [
        { slug: 'gone-at-once', right: false },
        { slug: 'until-time-out', right: true },
        { slug: 'for-ever', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'close',
      pointsAt: 'close-browser',
      reached: (evidence) => closedAt(evidence) !== null,
    },
    {
      slug: 'paste',
      pointsAt: 'browser-choice',
      reached: ({ entries, lab }) =>
        events(entries, 'cookie-edited').some(
          ({ browserId, cookie }) =>
            browserId === mallory &&
            isSessionCookie(cookie.name) &&
            lab.sessions.some(({ id }) => id === identifierOf(cookie.value)),
        ),
    },
    {
      slug: 'be-alice',
      pointsAt: 'address-bar',
      reached: (evidence) => {
        const closed = closedAt(evidence);
        return (
          closed !== null &&
          malloryPages(evidence).some(
            (one) => one.sequence > closed && letIn(one) && foundAlice(one),
          )
        );
      },
    },
  ],
  wrongTurns: [
    {
      slug: 'wrong-browser',
      taken: ({ entries }) => events(entries, 'cookie-edited').at(-1)?.browserId === alice,
    },
    {
      slug: 'wrong-value',
      taken: (evidence) => {
        const newest = malloryPages(evidence).at(-1);
        return newest !== undefined && traced(newest, 'session-unknown');
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-becomes-of-the-row', 'until-time-out');
    await hands.act('close-browser', (lab) => lab.closeBrowser());
    await hands.pointAt('sessions');
    await hands.act('browser-choice', (lab) => lab.showBrowser(mallory));
    await hands.visit('/');
    await hands.act('cookies', (lab) =>
      addKey(lab, lab.sessions.find(({ userId }) => userId === 'alice')?.id ?? ''),
    );
    await hands.visit('/account');
    await hands.pointAt('trace');
  },
  sources: [cookieSpec('8.4'), sessionCheatSheet('session-expiration'), cookieSpec('5.7')],
};

function closedAt({ entries }: Evidence): number | null {
  return (
    events(entries, 'browser-closed').find(({ browserId }) => browserId === alice)?.sequence ?? null
  );
}

function malloryPages(evidence: Evidence): readonly Exchange[] {
  return shopPages(evidence).filter(({ browserId }) => browserId === mallory);
}
