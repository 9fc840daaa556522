import * as m from '../../../messages/compiled/messages.js';
import type { HttpResponse } from '../../../http/message.ts';
import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { accountPage } from '../pages/account-page.ts';
import { filledByScript } from '../pages/filled-by-script.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

export const showAccount: Handler = async (turn, visitor) => {
  const { language: locale } = turn;
  if (visitor.knownToScript)
    return answerWithPage(
      turn,
      visitor,
      200,
      filledByScript(m.shop_account_title({}, { locale }), locale),
    );
  return visitor.user === null
    ? toSignIn(turn)
    : answerWithPage(turn, visitor, 200, accountPage(turn, visitor, visitor.user));
};

/** Who is not known has to say first who they are; an API would answer 401. */
export function toSignIn(turn: Turn): HttpResponse {
  // #marker: sign-in-required
  const next = turn.request.method === 'GET' ? `${turn.url.pathname}${turn.url.search}` : '/cart';
  turn.trace.refused(
    'sign-in-required',
    'server/shop/handlers/account.ts#sign-in-required',
    { document: 'Shop' },
    { next },
  );
  return answerWithRedirect(turn, `/login?next=${encodeURIComponent(next).replaceAll('%2F', '/')}`);
}
