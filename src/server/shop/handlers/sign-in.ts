import * as m from '../../../messages/compiled/messages.js';
import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { checkCredentials } from '../credentials.ts';
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
  return answerWithPage(turn, visitor, 200, signInPage(turn, { userId, next, problem: null }));
};

export const signIn: Handler = withForm(async (turn, visitor, form) => {
  const user = await checkCredentials(turn, form);
  if (user !== null) {
    const next = nextPage(turn, form.get('next') ?? '');
    await visitor.rememberUser(user);
    return answerWithRedirect(turn, next);
  }
  const { language: locale } = turn;
  const problem = m.shop_sign_in_wrong({}, { locale });
  const userId = (form.get('username') ?? '').slice(0, 64);
  const next = pageOfThisShop(form.get('next') ?? '') ?? '';
  return answerWithPage(turn, visitor, 403, signInPage(turn, { userId, next, problem }));
});

export const signOut: Handler = async (turn, visitor) => {
  await visitor.forget();
  return answerWithRedirect(turn, '/');
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
  return answerWithRedirect(turn, '/');
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
