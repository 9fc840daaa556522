import * as m from '../../../messages/compiled/messages.js';
import { html, type Html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { totalOf, type Cart, type CartLine } from '../cart.ts';
import { findProduct, inWon } from '../products.ts';
import type { Turn } from '../turn.ts';
import { tokenField } from '../protection/form-token-field.ts';
import type { PageContent } from './shop-page.ts';

export function cartPage(turn: Turn, cart: Cart): PageContent {
  const { language: locale, settings } = turn;
  const forgetful =
    settings.remember === 'nothing' &&
    html`<p class="shop-note">${m.shop_cart_nothing_remembered({}, { locale })}</p>`;
  return {
    title: m.shop_cart_title({}, { locale }),
    main:
      cart.length === 0
        ? html`${emptyCart(locale)}${forgetful}${toProducts(locale)}`
        : fullCart(turn, cart),
  };
}

function emptyCart(locale: Language): Html {
  return html`<p class="shop-empty" id="cart-empty">${m.shop_cart_empty({}, { locale })}</p>`;
}

function toProducts(locale: Language): Html {
  return html`<p>
    <a class="shop-button-quiet" href="/">${m.shop_to_products({}, { locale })}</a>
  </p>`;
}

function fullCart(turn: Turn, cart: Cart): Html {
  const { language: locale, settings } = turn;
  return html`<ul class="shop-rows">
      ${cart.map((line) => cartRow(turn, line))}
    </ul>
    <p class="shop-total">
      <span>${m.shop_total({}, { locale })}</span>
      <strong id="cart-total">${inWon(totalOf(cart), locale)}</strong>
    </p>
    <form class="shop-form" method="post" action="/orders">
      ${tokenField(turn)} ${settings.protection.askPasswordForOrders && passwordAgain(locale)}
      <button class="shop-button" id="place-order" type="submit">
        ${m.shop_place_order({}, { locale })}
      </button>
    </form>`;
}

/** Not filled in: what any script could read from the page would prove nothing. */
function passwordAgain(locale: Language): Html {
  return html`<label class="shop-label" for="password-again"
      >${m.shop_password_again({}, { locale })}</label
    >
    <input
      class="shop-input"
      id="password-again"
      name="password"
      type="password"
      autocomplete="off"
      maxlength="128"
      required
    />`;
}

function cartRow(turn: Turn, { product, quantity, unitPrice }: CartLine): Html {
  const { language: locale } = turn;
  const name = findProduct(product)?.name(locale) ?? product;
  return html`<li class="shop-row" id="cart-${product}">
    <img class="shop-picture" src="/pictures/${product}.svg" alt="" width="40" height="40" />
    <a class="shop-row-name" href="/products/${product}">${name}</a>
    <span class="shop-price"
      >${m.shop_pieces({ count: quantity }, { locale })} ·
      ${inWon(quantity * unitPrice, locale)}</span
    >
    <div class="shop-row-tools">
      <form class="shop-row-form" method="post" action="/cart/quantity">
        ${tokenField(turn)}
        <input type="hidden" name="product" value="${product}" />
        <label class="shop-spoken" for="quantity-${product}"
          >${m.shop_quantity_of({ product: name }, { locale })}</label
        >
        <input
          class="shop-input-number"
          id="quantity-${product}"
          name="quantity"
          type="number"
          min="1"
          max="99"
          required
          value="${quantity}"
        />
        <button
          class="shop-link-button"
          type="submit"
          aria-label="${m.shop_change_named({ product: name }, { locale })}"
        >
          ${m.shop_change({}, { locale })}
        </button>
      </form>
      <form class="shop-row-form" method="post" action="/cart/remove">
        ${tokenField(turn)}
        <input type="hidden" name="product" value="${product}" />
        <button
          class="shop-link-button"
          type="submit"
          aria-label="${m.shop_remove_named({ product: name }, { locale })}"
        >
          ${m.shop_remove({}, { locale })}
        </button>
      </form>
    </div>
  </li>`;
}
