import * as m from '../../../messages/compiled/messages.js';
import { html } from '../../html.ts';
import { findProduct, inWon, products } from '../products.ts';
import type { Turn } from '../turn.ts';
import { productRow } from './products-page.ts';
import type { PageContent } from './shop-page.ts';

/** By which the page of the second release is known. */
export const breadOfTheDay = 'bread-of-the-day';

/** The second release's front page: written anew, at the same address, for whoever speaks HTTP. */
export function secondProductsPage(turn: Turn): PageContent {
  const { language: locale } = turn;
  const byPrice = products.toSorted((a, b) => a.price - b.price);
  const today = findProduct('croissant');
  return {
    title: m.shop_second_products_title({}, { locale }),
    main: html`${
        today === undefined
          ? null
          : html`<section class="shop-hero" id="${breadOfTheDay}">
              <img
                class="shop-hero-picture"
                src="/pictures/${today.slug}.svg"
                alt=""
                width="96"
                height="96"
              />
              <div class="shop-hero-words">
                <h2 class="shop-subtitle">${m.shop_bread_of_the_day({}, { locale })}</h2>
                <p>
                  <a href="/products/${today.slug}">${today.name(locale)}</a>
                  <span class="shop-price">${inWon(today.price, locale)}</span>
                </p>
              </div>
            </section>`
      }
      <ul class="shop-rows">
        ${byPrice.map((product) => productRow(turn, product))}
      </ul>`,
  };
}
