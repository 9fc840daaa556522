import type { HttpResponse } from '../../http/message.ts';
import { document, seeOther } from '../response.ts';
import type { Visitor } from './memory/memory.ts';
import { redirectStatus } from './names/naming.ts';
import { shopPage, type PageContent } from './pages/shop-page.ts';
import type { Turn } from './turn.ts';

/** Answers with a page of the shop. */
export function answerWithPage(
  turn: Turn,
  visitor: Visitor,
  status: number,
  page: PageContent,
): HttpResponse {
  // #marker: page
  turn.trace.done('page-sent', 'server/shop/answer.ts#page', { status });
  const { text } = shopPage(turn, visitor, page);
  const written = { text: turn.answer.rewriting?.page(text) ?? text };
  return document(status, written, turn.language, {
    now: turn.now,
    fields: [...(page.fields ?? []), ...turn.setCookies],
  });
}

/** Answers that the browser shall GET another page of the shop. */
export function answerWithRedirect(turn: Turn, path: string): HttpResponse {
  // #marker: redirect
  const location = turn.answer.rewriting?.path(path) ?? path;
  const status = redirectStatus(turn.settings);
  turn.trace.done('redirected', 'server/shop/answer.ts#redirect', { location, status });
  return seeOther(location, { now: turn.now, fields: turn.setCookies }, status);
}
