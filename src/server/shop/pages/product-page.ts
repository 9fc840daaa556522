import * as m from '../../../messages/compiled/messages.js';
import { Html, html } from '../../html.ts';
import { inWon, type Product } from '../products.ts';
import type { Review } from '../stores.ts';
import type { Turn } from '../turn.ts';
import { tokenField } from '../protection/form-token-field.ts';
import { credentialFields } from './credential-fields.ts';
import { nameOfUser } from './user-name.ts';
import type { PageContent } from './shop-page.ts';

/** The longest review, in characters. */
export const longestReview = 500;

export function productPage(turn: Turn, product: Product): PageContent {
  const { language: locale } = turn;
  const reviews = [...turn.stores.reviews.values()].filter(
    (review) => review.product === product.slug,
  );
  tellMarkup(turn, reviews);
  return {
    title: product.name(locale),
    main: html`<div class="shop-hero">
        <img
          class="shop-hero-picture"
          src="/pictures/${product.slug}.svg"
          alt=""
          width="112"
          height="112"
        />
        <div class="shop-hero-words">
          <p class="shop-hero-text">${product.description(locale)}</p>
          <p class="shop-hero-price">${inWon(product.price, locale)}</p>
        </div>
      </div>
      ${turn.settings.remember === 'nothing' ? orderAtOnce(turn, product) : addToCart(turn, product)}
      <section class="shop-section">
        <h2 class="shop-subtitle" id="reviews">${m.shop_reviews({}, { locale })}</h2>
        <ul class="shop-reviews">
          ${reviews.map((review) => reviewRow(turn, review))}
        </ul>
        ${reviews.length === 0 && html`<p class="shop-note">${m.shop_no_reviews({}, { locale })}</p>`}
        <form class="shop-form" method="post" action="/products/${product.slug}/reviews">
          ${tokenField(turn)}
          <label class="shop-label" for="review-text">${m.shop_review_label({}, { locale })}</label>
          <textarea
            class="shop-input"
            id="review-text"
            name="text"
            rows="2"
            maxlength="${longestReview}"
            required
          ></textarea>
          <button class="shop-button-quiet" type="submit">
            ${m.shop_review_send({}, { locale })}
          </button>
        </form>
      </section>`,
  };
}

function addToCart(turn: Turn, product: Product): Html {
  const { language: locale } = turn;
  return html`<form class="shop-form" method="post" action="/cart">
    ${tokenField(turn)}
    <input type="hidden" name="product" value="${product.slug}" />
    <button class="shop-button" type="submit">${m.shop_add_to_cart({}, { locale })}</button>
  </form>`;
}

/** Where nothing is remembered, one request has to carry it all: what, who, and the proof. */
function orderAtOnce({ language: locale }: Turn, product: Product): Html {
  return html`<form class="shop-form" method="post" action="/cart">
      <input type="hidden" name="product" value="${product.slug}" />
      <button class="shop-button-quiet" type="submit">${m.shop_add_to_cart({}, { locale })}</button>
    </form>
    <form class="shop-form" method="post" action="/orders">
      <h2 class="shop-subtitle">${m.shop_order_at_once({}, { locale })}</h2>
      <p class="shop-note">${m.shop_order_at_once_note({}, { locale })}</p>
      <input type="hidden" name="product" value="${product.slug}" />
      ${credentialFields(locale, 'alice')}
      <button class="shop-button" type="submit">${m.shop_place_order({}, { locale })}</button>
    </form>`;
}

function reviewRow({ language: locale, settings }: Turn, { text, userId }: Review): Html {
  // #marker: write-review-text
  const written = settings.protection.escapeReviews ? text : new Html(text);
  return html`<li class="shop-review">
    <p class="shop-review-text">${written}</p>
    <p class="shop-review-author">${nameOfUser(userId, locale)}</p>
  </li>`;
}

/** Only markup is worth a word: of all other text both ways make the same. */
function tellMarkup({ settings, trace }: Turn, reviews: readonly Review[]): void {
  const count = reviews.filter(({ text }) => /<[a-z!/]/i.test(text)).length;
  if (count === 0) return;
  const source = 'server/shop/pages/product-page.ts#write-review-text';
  if (settings.protection.escapeReviews) trace.done('reviews-escaped', source, { reviews: count });
  else
    trace.careless('careless-reviews-raw', source, { document: 'OWASP-XSS' }, { reviews: count });
}
