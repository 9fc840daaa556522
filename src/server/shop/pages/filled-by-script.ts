import * as m from '../../../messages/compiled/messages.js';
import { html } from '../../html.ts';
import type { Language } from '../../language.ts';
import type { PageContent } from './shop-page.ts';

/** The same page for everybody; what is in it, the page's script asks the API for. */
export function filledByScript(title: string, locale: Language): PageContent {
  return {
    title,
    main: html`<div class="shop-part" id="content">
      <p class="shop-note">${m.shop_script_fills_in({}, { locale })}</p>
    </div>`,
  };
}
