import type { Field, HttpResponse } from '../../http/message.ts';
import { document, file, withoutContent } from '../response.ts';
import type { SiteTurn } from '../site-turn.ts';
import { nothingHere, trapPage } from './evil-page.ts';
import { evilStyleSheet } from './evil-style-sheet.ts';
import { traps } from './traps.ts';
import { html } from '../html.ts';

/** A name or a value of a cookie, as the address asks for it. */
const harmless = /^[\w-]{1,128}$/;

/**
 * `blog.shop.example`: a forgotten name below the bakery's that somebody else has taken over. It is the bakery's
 * sibling, so that its pages are of the same site, and its cookies may be for the whole domain.
 */
export async function blog(turn: SiteTurn): Promise<HttpResponse> {
  const response = answer(turn);
  return turn.request.method === 'HEAD' ? withoutContent(response) : response;
}

function answer(turn: SiteTurn): HttpResponse {
  const { request, url, language, trace, now } = turn;
  const readable = request.method === 'GET' || request.method === 'HEAD';
  // #marker: find-route
  const source = 'server/evil/blog.ts#find-route';
  if (readable && url.pathname === '/style.css') {
    trace.done('file-sent', source, { path: url.pathname });
    return file('text/css', evilStyleSheet, { now });
  }
  const page = url.pathname === '/' ? () => trapPage(language, html``) : traps.get(url.pathname);
  if (readable && page !== undefined) {
    trace.done('page-sent', source, { status: 200 });
    return document(200, page(language, url), language, { now, fields: cookiesFor(turn) });
  }
  const rule = { document: 'RFC9110', section: '15.5.5' } as const;
  trace.refused('route-unknown', source, rule, { path: url.pathname });
  return document(404, nothingHere(language), language, { now });
}

/** The cookie that the address asks for, for the whole domain: `?cookie=sid&value=…&path=/`. */
function cookiesFor({ trace, url }: SiteTurn): readonly Field[] {
  const name = url.searchParams.get('cookie') ?? '';
  const value = url.searchParams.get('value') ?? '';
  const path = url.searchParams.get('path') ?? '/';
  if (!harmless.test(name) || !harmless.test(value) || !/^\/[\w/-]*$/.test(path)) return [];
  // #marker: set-cookie
  trace.done('cookie-set', 'server/evil/blog.ts#set-cookie', { cookie: name });
  return [['Set-Cookie', `${name}=${value}; Domain=shop.example; Path=${path}; Secure`]];
}
