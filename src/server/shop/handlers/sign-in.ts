import * as m from '../../../messages/compiled/messages.js';
import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { checkCredentials } from '../credentials.ts';
import { signInFlow } from '../names/sign-in-flow.ts';
import { pageOfThisShop } from '../next-page.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { Turn } from '../turn.ts';
import { findUser } from '../users.ts';
import type { Handler } from './handler.ts';
import { withForm } from './shop-form.ts';

const usualNext = '/cart';

export const showSignIn: Handler = async (turn, visitor) => {
  const userId = findUser(turn.url.searchParams.get('as') ?? '')?.id ?? 'alice';
  const next = pageOfThisShop(turn.url.searchParams.get('next') ?? '') ?? '';
  const problem = problemOf(turn);
  const isOut = turn.url.searchParams.has('logout');
  return answerWithPage(turn, visitor, 200, signInPage(turn, { userId, next, problem, isOut }));
};

/** Where the form was sent before, and its answer led back here. */
function problemOf({ language: locale, settings, url }: Turn): string | null {
  const { afterFailure } = signInFlow(settings);
  const isRefused = afterFailure !== null && url.searchParams.has('error');
  return isRefused ? m.shop_sign_in_wrong({}, { locale }) : null;
}

export const signIn: Handler = withForm(async (turn, visitor, sent) => {
  const user = await checkCredentials(turn, sent);
  if (user !== null) {
    const next = nextPage(turn, sent.get('next') ?? '');
    await visitor.rememberUser(user);
    return answerWithRedirect(turn, next);
  }
  const { afterFailure } = signInFlow(turn.settings);
  if (afterFailure !== null) return answerWithRedirect(turn, afterFailure);
  const { language: locale } = turn;
  const problem = m.shop_sign_in_wrong({}, { locale });
  const userId = (sent.get('username') ?? '').slice(0, 64);
  const next = pageOfThisShop(sent.get('next') ?? '') ?? '';
  const form = signInPage(turn, { userId, next, problem, isOut: false });
  return answerWithPage(turn, visitor, 403, form);
});

export const signOut: Handler = async (turn, visitor) => {
  await visitor.forget();
  return answerWithRedirect(turn, signInFlow(turn.settings).afterSignOut);
};

export const signOutEverywhere: Handler = async (turn, visitor) => {
  // #marker: sign-out-everywhere
  if (visitor.forgetEverywhere !== undefined) await visitor.forgetEverywhere();
  else {
    turn.trace.refused(
      'everywhere-impossible',
      'server/shop/handlers/sign-in.ts#sign-out-everywhere',
      { document: 'Shop' },
      {},
    );
    await visitor.forget();
  }
  return answerWithRedirect(turn, signInFlow(turn.settings).afterSignOut);
};

function nextPage(turn: Turn, wanted: string): string {
  // #marker: check-next
  const next = wanted === '' ? usualNext : pageOfThisShop(wanted);
  if (next !== null) return next;
  turn.trace.refused(
    'next-refused',
    'server/shop/handlers/sign-in.ts#check-next',
    { document: 'Shop' },
    { next: wanted },
  );
  return usualNext;
}
