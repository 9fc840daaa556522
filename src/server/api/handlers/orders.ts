import type { Language } from '../../language.ts';
import { writeOrder } from '../../shop/order-book.ts';
import { findProduct } from '../../shop/products.ts';
import { authenticate } from '../bearer.ts';
import { cartOfUser, keepCart } from '../cart-of-user.ts';
import { answerWithError, answerWithJson, type JsonObject } from '../json.ts';
import type { Order } from '../../shop/stores.ts';
import type { ApiHandler } from './handler.ts';

export const showOrders: ApiHandler = async (turn) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  const orders = [...turn.stores.orders.values()].filter(({ userId }) => userId === bearer.user.id);
  return answerWithJson(turn, 200, { orders: orders.map((order) => asJson(order, turn.language)) });
};

/** Authentication says who it is; this is authorisation: whether they may (RFC 9110 §15.5.4). */
export const showOrder: ApiHandler = async (turn, [id = '']) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  // #marker: check-owner
  const order = turn.stores.orders.get(id);
  const source = 'server/api/handlers/orders.ts#check-owner';
  if (order === undefined) {
    const rule = { document: 'RFC9110', section: '15.5.5' } as const;
    turn.trace.refused('order-unknown', source, rule, { order: id });
    return answerWithError(turn, 404, 'not_found');
  }
  if (order.userId !== bearer.user.id) {
    const rule = { document: 'RFC9110', section: '15.5.4' } as const;
    const values = { user: bearer.user.id, owner: order.userId };
    turn.trace.refused('order-owner-differs', source, rule, values);
    return answerWithError(turn, 403, 'forbidden');
  }
  turn.trace.done('order-owner-matched', source, { user: bearer.user.id });
  return answerWithJson(turn, 200, asJson(order, turn.language));
};

export const placeOrder: ApiHandler = async (turn) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  // #marker: check-cart
  const cart = cartOfUser(turn, bearer.user.id);
  if (cart.length === 0) {
    const source = 'server/api/handlers/orders.ts#check-cart';
    turn.trace.refused('cart-empty', source, { document: 'Shop' }, {});
    return answerWithError(turn, 409, 'cart_empty');
  }
  const order = writeOrder(turn, bearer.user, cart);
  keepCart(turn, bearer.user.id, []);
  return answerWithJson(turn, 201, asJson(order, turn.language), [
    ['Location', `/orders/${order.id}`],
  ]);
};

function asJson({ id, lines, total }: Order, language: Language): JsonObject {
  const named = lines.map((line) => ({
    ...line,
    name: findProduct(line.product)?.name(language) ?? line.product,
  }));
  return { id, lines: named, total };
}
