import * as m from '../../../messages/compiled/messages.js';
import { html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { findProduct, inWon } from '../products.ts';
import type { Order } from '../stores.ts';
import type { PageContent } from './shop-page.ts';
import { nameOfUser } from './user-name.ts';

export function orderPage({ id, userId, lines, total }: Order, locale: Language): PageContent {
  return {
    title: m.shop_order_title({ id }, { locale }),
    main: html`<p class="shop-note" id="order-for">
        ${m.shop_order_for({ name: nameOfUser(userId, locale) }, { locale })}
      </p>
      <ul class="shop-rows">
        ${lines.map(
          ({ product, quantity, unitPrice }) =>
            html`<li class="shop-row">
              <img
                class="shop-picture"
                src="/pictures/${product}.svg"
                alt=""
                width="40"
                height="40"
              />
              <span class="shop-row-name">${findProduct(product)?.name(locale) ?? product}</span>
              <span class="shop-price"
                >${m.shop_pieces({ count: quantity }, { locale })} ·
                ${inWon(quantity * unitPrice, locale)}</span
              >
            </li>`,
        )}
      </ul>
      <p class="shop-total">
        <span>${m.shop_total({}, { locale })}</span>
        <strong id="order-total">${inWon(total, locale)}</strong>
      </p>
      <p><a class="shop-button-quiet" href="/">${m.shop_to_products({}, { locale })}</a></p>`,
  };
}
