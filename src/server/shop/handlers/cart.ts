import * as m from '../../../messages/compiled/messages.js';
import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { isQuantity, piecesIn, withOneMore, withQuantity } from '../cart.ts';
import { cartPage } from '../pages/cart-page.ts';
import { filledByScript } from '../pages/filled-by-script.ts';
import { problemPage } from '../pages/problem-page.ts';
import type { Handler } from './handler.ts';
import { productNamed, withForm } from './shop-form.ts';

export const showCart: Handler = async (turn, visitor) => {
  const { language: locale } = turn;
  if (visitor.knownToScript)
    return answerWithPage(
      turn,
      visitor,
      200,
      filledByScript(m.shop_cart_title({}, { locale }), locale),
    );
  // #marker: read-cart
  turn.trace.done('cart-read', 'server/shop/handlers/cart.ts#read-cart', {
    pieces: piecesIn(visitor.cart),
  });
  return answerWithPage(turn, visitor, 200, cartPage(turn, visitor.cart));
};

export const addToCart: Handler = withForm(async (turn, visitor, form) => {
  const product = productNamed(turn, form.get('product') ?? '');
  if (product === null) return answerWithPage(turn, visitor, 400, problemPage(400, turn.language));
  // #marker: add
  const cart = withOneMore(visitor.cart, product.slug, product.price);
  const quantity = cart.find((line) => line.product === product.slug)?.quantity ?? 0;
  turn.trace.done('cart-changed', 'server/shop/handlers/cart.ts#add', {
    product: product.slug,
    quantity,
  });
  await visitor.rememberCart(cart);
  return answerWithRedirect(turn, '/cart');
});

export const changeQuantity: Handler = withForm(async (turn, visitor, form) => {
  const product = productNamed(turn, form.get('product') ?? '');
  const quantity = Number(form.get('quantity'));
  if (product === null || !isQuantity(quantity))
    return answerWithPage(turn, visitor, 400, problemPage(400, turn.language));
  // #marker: change
  turn.trace.done('cart-changed', 'server/shop/handlers/cart.ts#change', {
    product: product.slug,
    quantity,
  });
  await visitor.rememberCart(withQuantity(visitor.cart, product.slug, quantity, product.price));
  return answerWithRedirect(turn, '/cart');
});

export const removeFromCart: Handler = withForm(async (turn, visitor, form) => {
  const product = productNamed(turn, form.get('product') ?? '');
  if (product === null) return answerWithPage(turn, visitor, 400, problemPage(400, turn.language));
  // #marker: remove
  turn.trace.done('cart-changed', 'server/shop/handlers/cart.ts#remove', {
    product: product.slug,
    quantity: 0,
  });
  await visitor.rememberCart(withQuantity(visitor.cart, product.slug, 0, product.price));
  return answerWithRedirect(turn, '/cart');
});
