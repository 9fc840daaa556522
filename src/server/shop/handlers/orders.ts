import * as m from '../../../messages/compiled/messages.js';
import type { HttpResponse } from '../../../http/message.ts';
import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { checkCredentials } from '../credentials.ts';
import type { Visitor } from '../memory/memory.ts';
import { writeOrder } from '../order-book.ts';
import { filledByScript } from '../pages/filled-by-script.ts';
import { orderPage } from '../pages/order-page.ts';
import { problemPage } from '../pages/problem-page.ts';
import type { Turn } from '../turn.ts';
import type { User } from '../users.ts';
import { toSignIn } from './account.ts';
import type { Handler } from './handler.ts';
import { productNamed, withForm } from './shop-form.ts';

/** Authentication says who it is; this is authorisation: whether they may (RFC 9110 §15.5.4). */
export const showOrder: Handler = async (turn, visitor, [id = '']) => {
  const { user } = visitor;
  const { language: locale } = turn;
  if (visitor.knownToScript)
    return answerWithPage(
      turn,
      visitor,
      200,
      filledByScript(m.shop_order_title({ id }, { locale }), locale),
    );
  if (user === null) return toSignIn(turn);
  // #marker: look-up
  const order = turn.stores.orders.get(id);
  if (order === undefined) {
    const rule = { document: 'RFC9110', section: '15.5.5' } as const;
    turn.trace.refused('order-unknown', 'server/shop/handlers/orders.ts#look-up', rule, {
      order: id,
    });
    return answerWithPage(turn, visitor, 404, problemPage(404, turn.language));
  }
  turn.trace.done('order-looked-up', 'server/shop/handlers/orders.ts#look-up', { order: id });
  // #marker: check-owner
  if (order.userId !== user.id) {
    const rule = { document: 'RFC9110', section: '15.5.4' } as const;
    const values = { user: user.id, owner: order.userId };
    turn.trace.refused(
      'order-owner-differs',
      'server/shop/handlers/orders.ts#check-owner',
      rule,
      values,
    );
    return answerWithPage(turn, visitor, 403, problemPage(403, turn.language));
  }
  turn.trace.done('order-owner-matched', 'server/shop/handlers/orders.ts#check-owner', {
    user: user.id,
  });
  return answerWithPage(turn, visitor, 200, orderPage(order, turn.language));
};

export const placeOrder: Handler = withForm(async (turn, visitor, form) => {
  const { cart, user } = visitor;
  const { askPasswordForOrders } = turn.settings.protection;
  if (form.has('password') && (user === null || !askPasswordForOrders))
    return orderAtOnce(turn, visitor, form);
  if (user === null) return toSignIn(turn);
  if (askPasswordForOrders && !(await provesAgain(turn, user, form)))
    return answerWithPage(turn, visitor, 403, problemPage(403, turn.language));
  // #marker: check-cart
  if (cart.length === 0) {
    turn.trace.refused(
      'cart-empty',
      'server/shop/handlers/orders.ts#check-cart',
      { document: 'Shop' },
      {},
    );
    return answerWithRedirect(turn, '/cart');
  }
  const order = writeOrder(turn, user, cart);
  await visitor.rememberCart([]);
  return answerWithRedirect(turn, `/orders/${order.id}`);
});

/** Whoever orders has to know the password, not only to have the session (OWASP-SM, ASVS 7.5.1). */
async function provesAgain(turn: Turn, user: User, form: URLSearchParams): Promise<boolean> {
  // #marker: ask-password
  const password = form.get('password') ?? '';
  if (password !== '') {
    const credentials = new URLSearchParams({ username: user.id, password });
    return (await checkCredentials(turn, credentials)) !== null;
  }
  turn.trace.refused(
    'password-asked-again',
    'server/shop/handlers/orders.ts#ask-password',
    { document: 'OWASP-SM' },
    { user: user.id },
  );
  return false;
}

/** One request that carries everything: what is wanted, who wants it, and the proof. */
async function orderAtOnce(
  turn: Turn,
  visitor: Visitor,
  form: URLSearchParams,
): Promise<HttpResponse> {
  const product = productNamed(turn, form.get('product') ?? '');
  if (product === null) return answerWithPage(turn, visitor, 400, problemPage(400, turn.language));
  const user = await checkCredentials(turn, form);
  if (user === null) return answerWithPage(turn, visitor, 403, problemPage(403, turn.language));
  const order = writeOrder(turn, user, [
    { product: product.slug, quantity: 1, unitPrice: product.price },
  ]);
  // Not a redirect to the order: the next request would be a stranger's again.
  const page = orderPage(order, turn.language);
  return answerWithPage(turn, visitor, 201, {
    ...page,
    fields: [['Location', `/orders/${order.id}`]],
  });
}
