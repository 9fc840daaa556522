import { isSessionCookie } from '../../../server/shop/names/naming.ts';
import { events, isToShop, sentKey, traced } from '../../observations.ts';
import { cookieSpec, sessionCheatSheet } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';
import { runLine } from '../../console.ts';
import { holdsKey, newestKey, prepareKey, signInByHand } from './alices-key.ts';

/** HttpOnly takes the key out of script's sight; script goes on using it all the same. */
export const httpOnly: Step = {
  slug: 'http-only',
  open: ['browser', 'wire'],
  accepts: (lab) => holdsKey(lab, { httpOnly: false }),
  prepare: (lab) => prepareKey(lab, { httpOnly: false }),
  questions: [
    {
      slug: 'what-is-left',
      when: 'before',
      answers: [
        { slug: 'nothing', right: false },
        { slug: 'reading', right: false },
        { slug: 'use', right: true },
      ],
    },
  ],
  goals: [
    {
      slug: 'read',
      pointsAt: 'console',
      reached: ({ entries }) =>
        readings(entries).some(({ cookies }) =>
          cookies.sent.some(({ cookie }) => isSessionCookie(cookie.name)),
        ),
    },
    {
      slug: 'hidden',
      pointsAt: 'cookie-attributes',
      reached: ({ entries }) => hiddenAt(entries) !== null,
    },
    { slug: 'used', pointsAt: 'console', reached: usedUnseen },
  ],
  wrongTurns: [
    {
      slug: 'old-cookie',
      taken: (evidence) =>
        evidence.lab.settings.cookie.httpOnly &&
        newestKey(evidence) === undefined &&
        readings(evidence.entries).length > 1,
    },
  ],
  showMe: async (hands) => {
    await hands.answer('what-is-left', 'use');
    await hands.act('console', (lab) => runLine(lab, 'document.cookie'));
    await hands.act('cookie-attributes', (lab) => lab.changeCookieAttributes({ httpOnly: true }));
    await signInByHand(hands);
    await hands.act('console', (lab) => runLine(lab, 'document.cookie'));
    await hands.act('console', (lab) => runLine(lab, "(await fetch('/account')).status"));
    await hands.pointAt('message');
  },
  sources: [
    cookieSpec('5.8.3'),
    sessionCheatSheet('httponly-attribute'),
    {
      label: 'OWASP XSS Prevention',
      href: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
};

function readings(entries: Evidence['entries']) {
  return events(entries, 'script-read-cookies');
}

/** When script first looked for the key and did not see it. */
function hiddenAt(entries: Evidence['entries']): number | null {
  const hidden = readings(entries).find(({ cookies }) =>
    cookies.withheld.some(
      ({ code, cookie }) => code === 'http-only' && isSessionCookie(cookie.name),
    ),
  );
  return hidden?.sequence ?? null;
}

/** After that, script had something done with the key that it cannot see. */
function usedUnseen({ entries, exchanges }: Evidence): boolean {
  const hidden = hiddenAt(entries);
  return (
    hidden !== null &&
    exchanges.some(
      (one) =>
        one.sequence > hidden &&
        one.kind === 'fetch' &&
        isToShop(one) &&
        sentKey(one) !== undefined &&
        traced(one, 'session-found'),
    )
  );
}
