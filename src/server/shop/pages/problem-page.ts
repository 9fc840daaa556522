import * as m from '../../../messages/compiled/messages.js';
import type { Field } from '../../../http/message.ts';
import { html } from '../../html.ts';
import type { Language } from '../../language.ts';
import type { PageContent } from './shop-page.ts';

export type ProblemStatus = 400 | 403 | 404 | 405 | 413 | 415;

/** A page that says in plain words why there is no other. */
export function problemPage(
  status: ProblemStatus,
  locale: Language,
  fields: readonly Field[] = [],
): PageContent {
  const { title, text } = words[status];
  return {
    title: title({}, { locale }),
    main: html`<p class="shop-problem" id="problem">${text({}, { locale })}</p>
      <p class="shop-note">${status}</p>
      <p><a class="shop-button-quiet" href="/">${m.shop_to_products({}, { locale })}</a></p>`,
    fields,
  };
}

const words = {
  400: { title: m.shop_problem_400_title, text: m.shop_problem_400_text },
  403: { title: m.shop_problem_403_title, text: m.shop_problem_403_text },
  404: { title: m.shop_problem_404_title, text: m.shop_problem_404_text },
  405: { title: m.shop_problem_405_title, text: m.shop_problem_405_text },
  413: { title: m.shop_problem_413_title, text: m.shop_problem_413_text },
  415: { title: m.shop_problem_415_title, text: m.shop_problem_415_text },
} as const;
