import { mostPieces, withOneMore, withQuantity } from '../../shop/cart.ts';
import { findProduct } from '../../shop/products.ts';
import { authenticate } from '../bearer.ts';
import { cartAsJson, cartOfUser, keepCart } from '../cart-of-user.ts';
import { answerWithError, answerWithJson, readJson, textIn } from '../json.ts';
import type { ApiHandler } from './handler.ts';

export const showCart: ApiHandler = async (turn) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  return answerWithJson(turn, 200, cartAsJson(cartOfUser(turn, bearer.user.id), turn.language));
};

/** One more of a product; with `quantity` exactly so many, none of it takes it out. */
export const changeCart: ApiHandler = async (turn) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  const reading = readJson(turn);
  if (!reading.ok) return reading.response;
  const { value } = reading;
  // #marker: change
  const product = findProduct(textIn(value, 'product'));
  const quantity = value['quantity'] ?? null;
  const source = 'server/api/handlers/cart.ts#change';
  if (product === undefined || (quantity !== null && !isPieces(quantity))) {
    const slug = textIn(value, 'product');
    turn.trace.refused('product-unknown', source, { document: 'Shop' }, { product: slug });
    return answerWithError(turn, 400, 'invalid_request');
  }
  const { slug, price } = product;
  const before = cartOfUser(turn, bearer.user.id);
  const cart =
    quantity === null
      ? withOneMore(before, slug, price)
      : withQuantity(before, slug, quantity, price);
  const line = cart.find((candidate) => candidate.product === slug);
  turn.trace.done('cart-changed', 'server/api/handlers/cart.ts#change', {
    product: slug,
    quantity: line?.quantity ?? 0,
  });
  keepCart(turn, bearer.user.id, cart);
  return answerWithJson(turn, 200, cartAsJson(cart, turn.language));
};

function isPieces(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostPieces;
}
