import { cartOf, piecesIn, quantitiesOf, totalOf, type Cart } from '../shop/cart.ts';
import type { Language } from '../language.ts';
import { findProduct } from '../shop/products.ts';
import type { Turn } from '../shop/turn.ts';
import type { JsonObject } from './json.ts';

/** What a signed-in customer has in the cart; the API knows no others. */
export function cartOfUser({ stores }: Turn, userId: string): Cart {
  return cartOf(stores.carts.get(userId)?.cart);
}

export function keepCart({ stores }: Turn, userId: string, cart: Cart): void {
  stores.carts.set(userId, { userId, cart: quantitiesOf(cart) });
}

/** The cart as the API tells it. Won. */
export function cartAsJson(cart: Cart, language: Language): JsonObject {
  const lines = cart.map(({ product, quantity, unitPrice }) => ({
    product,
    name: findProduct(product)?.name(language) ?? product,
    quantity,
    price: quantity * unitPrice,
  }));
  return { lines, pieces: piecesIn(cart), total: totalOf(cart) };
}
