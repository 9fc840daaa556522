import * as m from '../../../messages/compiled/messages.js';
import { html } from '../../html.ts';
import { inWon } from '../products.ts';
import type { Turn } from '../turn.ts';
import type { User } from '../users.ts';
import type { PageContent } from './shop-page.ts';
import { nameOfUser } from './user-name.ts';

export function accountPage({ language: locale, stores }: Turn, user: User): PageContent {
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
      </ul>`,
  };
}
