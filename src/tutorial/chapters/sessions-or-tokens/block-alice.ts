import type { Exchange } from '../../../lab/exchange.ts';
import { events, letIn, sentKey, shopPages, traced } from '../../observations.ts';
import {
  credentials,
  isAtShop,
  isSet,
  isSignedIn,
  openShop,
  shopCookies,
  signIn,
} from '../../preparations.ts';
import { jwtCheatSheet, rfc } from '../../sources.ts';
import type { Evidence, Step } from '../../step.ts';

const settings = { remember: 'session' } as const;

/** From the server's side: a row is deleted, a token runs on, and what stops it is looked up each time. */
export const blockAlice: Step = {
  slug: 'block-alice',
  open: ['browser', 'server'],
  accepts: (lab) =>
    isAtShop(lab) && isSet(lab, settings) && isSignedIn(lab) && shopCookies(lab).length === 1,
  prepare: async (lab) => {
    await openShop(lab, settings);
    await signIn(lab);
  },
  questions: [
    {
      slug: 'token-ends',
      when: 'before',
      answers: [
        { slug: 'next-request', right: false },
        { slug: 'at-exp', right: true },
        { slug: 'at-sign-out', right: false },
      ],
    },
    {
      slug: 'what-came-back',
      when: 'after',
      answers: [
        { slug: 'password', right: false },
        { slug: 'look-up', right: true },
        { slug: 'encryption', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'row',
      pointsAt: 'sessions',
      reached: (evidence) => {
        const ended = endedByHand(evidence);
        return shopPages(evidence).some(
          (one) => ended.has(sentKey(one) ?? '') && traced(one, 'session-unknown'),
        );
      },
    },
    {
      slug: 'until-exp',
      pointsAt: 'remember',
      reached: (evidence) => {
        const known = shopPages(evidence).find(isKnownByToken);
        return (
          known !== undefined &&
          shopPages(evidence).some((one) => one.sequence > known.sequence && isExpired(one))
        );
      },
    },
    {
      slug: 'taken-back',
      pointsAt: 'token-settings',
      reached: (evidence) =>
        shopPages(evidence).some(
          (one) => traced(one, 'token-outdated') || traced(one, 'token-denied'),
        ),
    },
  ],
  wrongTurns: [
    {
      slug: 'she-signed-out',
      taken: (evidence) => {
        const newest = shopPages(evidence).findLast(({ request }) => request.method === 'POST');
        return newest !== undefined && traced(newest, 'session-row-deleted');
      },
    },
    {
      slug: 'new-row',
      taken: (evidence) => {
        const ended = endedByHand(evidence);
        const newest = shopPages(evidence).at(-1);
        return (
          ended.size > 0 &&
          newest !== undefined &&
          letIn(newest) &&
          !ended.has(sentKey(newest) ?? '') &&
          !shopPages(evidence).some((one) => traced(one, 'session-unknown'))
        );
      },
    },
    {
      slug: 'signed-in-after',
      taken: (evidence) => {
        const raised = events(evidence.entries, 'token-version-raised').at(-1)?.sequence;
        const newest = shopPages(evidence).at(-1);
        return (
          raised !== undefined &&
          newest !== undefined &&
          isKnownByToken(newest) &&
          shopPages(evidence).some((one) => one.sequence > raised && traced(one, 'token-signed'))
        );
      },
    },
  ],
  showMe: async (hands) => {
    await hands.answer('token-ends', 'at-exp');
    await hands.act('sessions', (lab) => {
      const row = lab.sessions.find(({ userId }) => userId === 'alice');
      if (row) lab.revokeSession(row.id);
    });
    await hands.visit('/account');
    await hands.act('remember', (lab) => lab.changeSettings({ remember: 'jwt-cookie' }));
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.visit('/account');
    await hands.act('clock', (lab) => lab.advance(30 * 60_000));
    await hands.visit('/account');
    await hands.act('token-settings', (lab) =>
      lab.changeSettings({ accessTokenRevocation: 'token-version' }),
    );
    await hands.visit('/login');
    await hands.submit('/login', credentials('alice'));
    await hands.act('token-versions', (lab) => lab.tokens.raiseVersion('alice'));
    await hands.visit('/account');
    await hands.pointAt('trace');
    await hands.answer('what-came-back', 'look-up');
  },
  sources: [
    rfc(7519, '4.1.4'),
    rfc(7009, '3'),
    jwtCheatSheet('no-built-in-token-revocation-by-the-user'),
  ],
};

/** Identifiers of Alice's rows that somebody at the server deleted. */
function endedByHand({ entries }: Evidence): ReadonlySet<string> {
  return new Set(
    events(entries, 'session-changed')
      .filter(
        ({ change, exchangeId, record }) =>
          change === 'deleted' && exchangeId === null && record.userId === 'alice',
      )
      .map(({ record }) => record.id),
  );
}

function isKnownByToken(exchange: Exchange): boolean {
  return (
    exchange.response?.status === 200 &&
    exchange.trace.some(
      ({ code, values }) => code === 'token-claims-valid' && values['user'] === 'alice',
    ) &&
    !traced(exchange, 'token-outdated') &&
    !traced(exchange, 'token-denied')
  );
}

function isExpired(exchange: Exchange): boolean {
  return exchange.trace.some(
    ({ code, values }) => code === 'token-claims-refused' && values['claim'] === 'exp',
  );
}
