import * as m from '../../../messages/compiled/messages.js';
import type { Field } from '../../../http/message.ts';
import { html, type Html } from '../../html.ts';
import { piecesIn } from '../cart.ts';
import type { Visitor } from '../memory/memory.ts';
import { tokenField } from '../protection/form-token-field.ts';
import type { Turn } from '../turn.ts';
import { nameOfUser } from './user-name.ts';

/** What one page has of its own. */
export interface PageContent {
  readonly title: string;
  readonly main: Html;
  /** Fields that the response needs besides the usual ones. */
  readonly fields?: readonly Field[];
}

/** The frame that all pages of the shop have in common. */
export function shopPage(turn: Turn, visitor: Visitor, { title, main }: PageContent): Html {
  const locale = turn.language;
  return html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${title} · Crumb</title>
      <link rel="stylesheet" href="/style.css" />
      <link rel="icon" href="/favicon.svg" />
      ${visitor.knownToScript === true && html`<script src="/app.js" defer></script>`}
    </head>
    <body>
      <div class="shop">
        <header class="shop-header">
          <a class="shop-logo" href="/">Crumb</a>
          <nav class="shop-nav" aria-label="${m.shop_navigation({}, { locale })}">
            <a class="shop-cart-link" id="cart-link" href="/cart"
              >${m.shop_cart_with_count({ count: piecesIn(visitor.cart) }, { locale })}</a
            >
            <div id="who">${whoAsks(turn, visitor)}</div>
          </nav>
        </header>
        <main class="shop-main" id="main" ${visitor.knownToScript === true && notYetFilledIn}>
          <h1 class="shop-title" id="title">${title}</h1>
          ${main}
        </main>
        <footer class="shop-footer"><p>${m.shop_footer({}, { locale })}</p></footer>
      </div>
    </body>
  </html> `;
}

/** Its script will say when it is done. */
const notYetFilledIn = html` aria-busy="true"`;

function whoAsks(turn: Turn, { user }: Visitor): Html {
  const { language: locale } = turn;
  if (user === null) {
    return html`<p class="shop-who">
      <span class="shop-who-name">${m.shop_guest({}, { locale })}</span>
      <a href="/login">${m.shop_sign_in({}, { locale })}</a>
    </p>`;
  }
  return html`<form class="shop-who" method="post" action="/logout">
    ${tokenField(turn)}
    <a class="shop-who-name" href="/account">${nameOfUser(user.id, locale)}</a>
    <button class="shop-link-button" id="sign-out" type="submit">
      ${m.shop_sign_out({}, { locale })}
    </button>
  </form>`;
}
