import type { Lab } from '../../../lab/lab.svelte.ts';
import { sendFormTo } from '../../../lab/page-user.ts';
import { events, traced } from '../../observations.ts';
import { alice, mallory, shop } from '../../preparations.ts';
import type { Evidence, Step } from '../../step.ts';
import {
  holdsTokens,
  prepareTokens,
  runInConsole,
  signInByHand,
  sitDownAt,
  visitPage,
} from './alices-tokens.ts';
import { askedApi, askWith, isLetIn, storedToken } from './tokens.ts';
import { oauthPractice, revocationSpec } from './token-sources.ts';

/** What is deleted in the browser lives on in a copy; what the server writes down ends it, and is looked up each time. */
export const signOut: Step = {
  slug: 'sign-out',
  open: ['browser', 'wire', 'server'],
  accepts: (lab) => holdsTokens(lab, {}),
  prepare: (lab) => prepareTokens(lab, {}),
  questions: [
    {
      slug: 'is-she-out',
      when: 'before',
      answers: [
        { slug: 'yes', right: false },
        { slug: 'copy-lives', right: true },
        { slug: 'server-sees', right: false },
      ],
    },
    {
      slug: 'what-it-costs',
      when: 'after',
      answers: [
        { slug: 'free', right: false },
        { slug: 'look-up', right: true },
        { slug: 'new-key', right: false },
      ],
    },
  ],
  goals: [
    {
      slug: 'delete-it',
      pointsAt: 'storage',
      reached: (evidence) => deletedAt(evidence) !== null,
    },
    {
      slug: 'copy-works',
      pointsAt: 'console',
      reached: (evidence) => {
        const deleted = deletedAt(evidence);
        return (
          deleted !== null &&
          askedApi(evidence, '/me', mallory).some((one) => one.sequence > deleted && isLetIn(one))
        );
      },
    },
    {
      slug: 'denied',
      pointsAt: 'token-settings',
      reached: (evidence) =>
        askedApi(evidence, '/me', mallory).some((one) => traced(one, 'token-denied')),
    },
  ],
  wrongTurns: [
    {
      slug: 'no-list-yet',
      taken: ({ lab, exchanges }) =>
        lab.settings.accessTokenRevocation === 'none' &&
        exchanges.some((one) => traced(one, 'access-token-lives-on')),
    },
  ],
  showMe: async (hands) => {
    await hands.answer('is-she-out', 'copy-lives');
    const copy = storedToken(hands.lab, 'access_token') ?? '';
    await hands.act('storage', deleteToken);
    await sitDownAt(hands, mallory);
    await visitPage(hands, '/');
    await runInConsole(hands, askWith(copy));
    await hands.act('token-settings', (lab) =>
      lab.changeSettings({ accessTokenRevocation: 'deny-list' }),
    );
    await sitDownAt(hands, alice);
    await signInByHand(hands);
    const second = storedToken(hands.lab, 'access_token') ?? '';
    await hands.act('page', (lab) => sendFormTo(lab, '/logout'));
    await hands.pointAt('deny-list');
    await sitDownAt(hands, mallory);
    await runInConsole(hands, askWith(second));
    await hands.pointAt('trace');
    await hands.answer('what-it-costs', 'look-up');
  },
  sources: [revocationSpec('2.1'), revocationSpec('3'), oauthPractice('4.14.2')],
};

/** When the access token went from Alice's storage by her own hand, or by a line of her console. */
function deletedAt({ entries }: Evidence): number | null {
  const gone = [
    ...events(entries, 'storage-edited'),
    ...events(entries, 'script-changed-storage'),
  ].find(
    ({ browserId, key, value, origin }) =>
      browserId === alice &&
      origin === shop &&
      (key === 'access_token' || key === null) &&
      value === null,
  );
  return gone?.sequence ?? null;
}

function deleteToken(lab: Lab): void {
  for (const { entries, ...area } of lab.browser.storage.all())
    if (area.origin === shop && entries.some(([key]) => key === 'access_token'))
      lab.editStorage(area, 'access_token', null);
}
