import { answerWithPage } from '../answer.ts';
import { productsPage } from '../pages/products-page.ts';
import type { Handler } from './handler.ts';

export const showProducts: Handler = async (turn, visitor) =>
  answerWithPage(turn, visitor, 200, productsPage(turn));
