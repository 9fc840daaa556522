import * as m from '../../../messages/compiled/messages.js';
import { html, type Html } from '../../html.ts';
import type { Language } from '../../language.ts';
import { labPasswordOf } from '../lab-passwords.ts';

/** User name and password, filled in already: typing is not what is to be learnt here. */
export function credentialFields(locale: Language, userId: string): Html {
  return html`<label class="shop-label" for="username">${m.shop_username({}, { locale })}</label>
    <input
      class="shop-input"
      id="username"
      name="username"
      autocomplete="off"
      maxlength="64"
      required
      value="${userId}"
    />
    <label class="shop-label" for="password">${m.shop_password({}, { locale })}</label>
    <input
      class="shop-input"
      id="password"
      name="password"
      type="password"
      autocomplete="off"
      maxlength="128"
      required
      value="${labPasswordOf(userId)}"
    />`;
}
