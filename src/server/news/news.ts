import type { HttpResponse } from '../../http/message.ts';
import { document, file, withoutContent } from '../response.ts';
import type { SiteTurn } from '../site-turn.ts';
import { newsPage, notFoundPage } from './news-page.ts';
import { newsStyleSheet } from './news-style-sheet.ts';

/** A newspaper that lives on advertisements. It remembers nobody; its advertiser does. */
export async function news(turn: SiteTurn): Promise<HttpResponse> {
  const response = answer(turn);
  return turn.request.method === 'HEAD' ? withoutContent(response) : response;
}

function answer({ request, url, language, trace, now }: SiteTurn): HttpResponse {
  const readable = request.method === 'GET' || request.method === 'HEAD';
  // #marker: find-route
  if (readable && url.pathname === '/style.css') {
    trace.done('file-sent', 'server/news/news.ts#find-route', { path: url.pathname });
    return file('text/css', newsStyleSheet, { now });
  }
  if (readable && url.pathname === '/') {
    trace.done('page-sent', 'server/news/news.ts#find-route', { status: 200 });
    return document(200, newsPage(language), language, { now });
  }
  trace.refused(
    'route-unknown',
    'server/news/news.ts#find-route',
    { document: 'RFC9110', section: '15.5.5' },
    { path: url.pathname },
  );
  return document(404, notFoundPage(language), language, { now });
}
