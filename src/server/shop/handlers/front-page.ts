import { answerWithPage } from '../answer.ts';
import { productsPage } from '../pages/products-page.ts';
import type { Handler } from './handler.ts';

export const showProducts: Handler = async (turn, visitor) => {
  if (turn.settings.release === 1) return answerWithPage(turn, visitor, 200, productsPage(turn));
  const { secondProductsPage } = await import('../pages/second-products-page.ts');
  return answerWithPage(turn, visitor, 200, secondProductsPage(turn));
};
