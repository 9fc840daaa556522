import type { HttpResponse } from '../../http/message.ts';
import { document, file, withoutContent } from '../response.ts';
import type { SiteTurn } from '../site-turn.ts';
import { evilPage, nothingHere } from './evil-page.ts';
import { evilStyleSheet } from './evil-style-sheet.ts';
import { collect } from './loot.ts';
import { traps } from './traps.ts';

/** The attacker's site: it has nothing of the bakery's but its address, and that is enough. */
export async function evil(turn: SiteTurn): Promise<HttpResponse> {
  const response = answer(turn);
  return turn.request.method === 'HEAD' ? withoutContent(response) : response;
}

function answer(turn: SiteTurn): HttpResponse {
  const { request, url, language, trace, now } = turn;
  const readable = request.method === 'GET' || request.method === 'HEAD';
  // #marker: find-route
  if (readable && url.pathname === '/style.css') {
    trace.done('file-sent', 'server/evil/evil.ts#find-route', { path: url.pathname });
    return file('text/css', evilStyleSheet, { now });
  }
  if (readable && url.pathname === '/') {
    trace.done('page-sent', 'server/evil/evil.ts#find-route', { status: 200 });
    return document(200, evilPage(language), language, { now });
  }
  if (url.pathname === '/collect') return collect(turn);
  const trap = readable ? traps.get(url.pathname) : undefined;
  if (trap !== undefined) {
    trace.done('page-sent', 'server/evil/evil.ts#find-route', { status: 200 });
    return document(200, trap(language, url), language, { now });
  }
  trace.refused(
    'route-unknown',
    'server/evil/evil.ts#find-route',
    { document: 'RFC9110', section: '15.5.5' },
    { path: url.pathname },
  );
  return document(404, nothingHere(language), language, { now });
}
