import { piecesIn } from '../../shop/cart.ts';
import { nameOfUser } from '../../shop/pages/user-name.ts';
import { authenticate } from '../bearer.ts';
import { cartOfUser } from '../cart-of-user.ts';
import { answerWithJson } from '../json.ts';
import type { ApiHandler } from './handler.ts';

/** Who shows this token, and how much is in their cart: what the head of each page needs. */
export const showMe: ApiHandler = async (turn) => {
  const bearer = await authenticate(turn);
  if (!bearer.ok) return bearer.response;
  const { id } = bearer.user;
  const name = nameOfUser(id, turn.language);
  const pieces = piecesIn(cartOfUser(turn, id));
  return answerWithJson(turn, 200, { sub: id, name, cart_pieces: pieces });
};
