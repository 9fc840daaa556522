import { totalOf, type Cart } from './cart.ts';
import { nextId, type Order } from './stores.ts';
import type { Turn } from './turn.ts';
import type { User } from './users.ts';

/** Writes an order down under the next free number. */
export function writeOrder(turn: Turn, user: User, lines: Cart): Order {
  // #marker: write-order
  const total = totalOf(lines);
  const order = {
    id: nextId(turn.stores.orders),
    userId: user.id,
    lines,
    total,
    placedAt: turn.now,
  };
  turn.stores.orders.set(order.id, order);
  turn.trace.done('order-written', 'server/shop/order-book.ts#write-order', {
    order: order.id,
    total,
  });
  turn.trace.orderPlaced(user.id, order.id, total);
  return order;
}
