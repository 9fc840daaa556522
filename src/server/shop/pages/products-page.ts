import * as m from '../../../messages/compiled/messages.js';
import { html, type Html } from '../../html.ts';
import { inWon, products, type Product } from '../products.ts';
import { tokenField } from '../protection/form-token-field.ts';
import type { Turn } from '../turn.ts';
import type { PageContent } from './shop-page.ts';

export function productsPage(turn: Turn): PageContent {
  const { language: locale } = turn;
  return {
    title: m.shop_products_title({}, { locale }),
    main: html`<ul class="shop-rows">
      ${products.map((product) => productRow(turn, product))}
    </ul>`,
  };
}

export function productRow(turn: Turn, product: Product): Html {
  const { language: locale } = turn;
  const name = product.name(locale);
  return html`<li class="shop-row" id="product-${product.slug}">
    <img class="shop-picture" src="/pictures/${product.slug}.svg" alt="" width="40" height="40" />
    <a class="shop-row-name" href="/products/${product.slug}">${name}</a>
    <span class="shop-price">${inWon(product.price, locale)}</span>
    <form class="shop-row-form" method="post" action="/cart">
      ${tokenField(turn)}
      <input type="hidden" name="product" value="${product.slug}" />
      <button
        class="shop-button-small"
        type="submit"
        aria-label="${m.shop_add_named({ product: name }, { locale })}"
      >
        ${m.shop_add({}, { locale })}
      </button>
    </form>
  </li>`;
}
