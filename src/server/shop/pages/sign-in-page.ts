import * as m from '../../../messages/compiled/messages.js';
import { html } from '../../html.ts';
import type { Turn } from '../turn.ts';
import { tokenField } from '../protection/form-token-field.ts';
import { credentialFields } from './credential-fields.ts';
import type { PageContent } from './shop-page.ts';

export interface SignInForm {
  readonly userId: string;
  /** Where to go afterwards; empty for the usual place. */
  readonly next: string;
  /** Why the attempt before was refused. */
  readonly problem: string | null;
  /** Whoever comes has just signed out. */
  readonly isOut: boolean;
}

export function signInPage(turn: Turn, { userId, next, problem, isOut }: SignInForm): PageContent {
  const { language: locale, settings } = turn;
  return {
    title: m.shop_sign_in({}, { locale }),
    main: html`${problem !== null && html`<p class="shop-problem" id="problem" role="alert">${problem}</p>`}
      ${isOut && html`<p class="shop-note" role="status">${m.shop_signed_out({}, { locale })}</p>`}
      ${settings.remember === 'access-refresh' && html`<p class="shop-problem" id="problem" role="alert" hidden></p>`}
      ${settings.remember === 'nothing' && html`<p class="shop-note">${m.shop_sign_in_nothing_remembered({}, { locale })}</p>`}
      <form class="shop-form" method="post" action="/login">
        ${tokenField(turn)}
        <input type="hidden" name="next" value="${next}" />
        ${credentialFields(locale, userId)}
        <button class="shop-button" id="sign-in" type="submit">
          ${m.shop_sign_in({}, { locale })}
        </button>
      </form>
      <p class="shop-note">${m.shop_sign_in_filled({}, { locale })}</p>`,
  };
}
