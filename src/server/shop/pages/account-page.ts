import * as m from '../../../messages/compiled/messages.js';
import { html, type Html } from '../../html.ts';
import { inWon } from '../products.ts';
import type { Visitor } from '../memory/memory.ts';
import type { Turn } from '../turn.ts';
import type { User } from '../users.ts';
import { tokenField } from '../protection/form-token-field.ts';
import type { PageContent } from './shop-page.ts';
import { nameOfUser } from './user-name.ts';

export function accountPage(turn: Turn, visitor: Visitor, user: User): PageContent {
  const { language: locale, stores } = turn;
  const orders = [...stores.orders.values()].filter(({ userId }) => userId === user.id);
  return {
    title: m.shop_account_title({}, { locale }),
    main: html`<p class="shop-greeting" id="greeting">
        ${m.shop_account_greeting({ name: nameOfUser(user.id, locale) }, { locale })}
      </p>
      <h2 class="shop-subtitle" id="orders">${m.shop_orders({}, { locale })}</h2>
      <ul class="shop-rows">
        ${orders.map(
          ({ id, total }) =>
            html`<li class="shop-row">
              <a class="shop-row-name" href="/orders/${id}"
                >${m.shop_order_title({ id }, { locale })}</a
              >
              <span class="shop-price">${inWon(total, locale)}</span>
            </li>`,
        )}
      </ul>
      ${signOutEverywhere(turn, visitor)}`,
  };
}

/** Only who keeps a list of all the places where somebody is signed in can sign them out there. */
function signOutEverywhere(turn: Turn, visitor: Visitor): Html {
  const { language: locale } = turn;
  if (visitor.forgetEverywhere === undefined)
    return html`<p class="shop-note">${m.shop_sign_out_only_here({}, { locale })}</p>`;
  return html`<form class="shop-form" method="post" action="/logout/everywhere">
    ${tokenField(turn)}
    <button class="shop-button-quiet" id="sign-out-everywhere" type="submit">
      ${m.shop_sign_out_everywhere({}, { locale })}
    </button>
  </form>`;
}
