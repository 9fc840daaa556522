import type { HttpResponse } from '../../../http/message.ts';
import type { Rule } from '../../../http/rule.ts';
import { readForm } from '../../form.ts';
import { answerWithPage } from '../answer.ts';
import type { Visitor } from '../memory/memory.ts';
import { problemPage } from '../pages/problem-page.ts';
import { findProduct, type Product } from '../products.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

/** A handler of a form: only comes to run when the request really brings one. */
export function withForm(
  handle: (
    turn: Turn,
    visitor: Visitor,
    form: URLSearchParams,
    parameters: readonly string[],
  ) => Promise<HttpResponse>,
): Handler {
  return async (turn, visitor, parameters) => {
    if (turn.request.method !== 'POST')
      return handle(turn, visitor, formOfAddress(turn), parameters);
    // #marker: read-form
    const reading = readForm(turn.request);
    if (reading.ok) return handle(turn, visitor, reading.form, parameters);
    const rule: Rule = {
      document: 'RFC9110',
      section: reading.status === 413 ? '15.5.14' : '15.5.16',
    };
    turn.trace.refused('form-refused', 'server/shop/handlers/shop-form.ts#read-form', rule, {
      reason: reading.code,
    });
    return answerWithPage(
      turn,
      visitor,
      reading.status,
      problemPage(reading.status, turn.language),
    );
  };
}

/** A careless shop takes from the address of a GET what only a form may send (RFC 9110 §9.2.1). */
function formOfAddress({ trace, url }: Turn): URLSearchParams {
  // #marker: change-by-get
  trace.careless(
    'careless-changed-by-get',
    'server/shop/handlers/shop-form.ts#change-by-get',
    { document: 'RFC9110', section: '9.2.1' },
    { path: url.pathname },
  );
  return url.searchParams;
}

/** The product that a form or a path names; `null`, and a step that says so, where the shop has none of that name. */
export function productNamed(turn: Turn, slug: string): Product | null {
  // #marker: find-product
  const product = findProduct(slug);
  if (product !== undefined) return product;
  turn.trace.refused(
    'product-unknown',
    'server/shop/handlers/shop-form.ts#find-product',
    { document: 'Shop' },
    { product: slug },
  );
  return null;
}
