import { answerWithPage, answerWithRedirect } from '../answer.ts';
import { longestReview, productPage } from '../pages/product-page.ts';
import { problemPage } from '../pages/problem-page.ts';
import { nextId } from '../stores.ts';
import type { Handler } from './handler.ts';
import { productNamed, withForm } from './shop-form.ts';

export const showProduct: Handler = async (turn, visitor, [slug = '']) => {
  const product = productNamed(turn, slug);
  if (product === null) return answerWithPage(turn, visitor, 404, problemPage(404, turn.language));
  return answerWithPage(turn, visitor, 200, productPage(turn, product));
};

export const writeReview: Handler = withForm(async (turn, visitor, form, [slug = '']) => {
  const product = productNamed(turn, slug);
  if (product === null) return answerWithPage(turn, visitor, 404, problemPage(404, turn.language));
  // #marker: write-review
  const text = (form.get('text') ?? '').trim();
  if (text === '' || text.length > longestReview) {
    const values = { reason: text === '' ? 'empty' : 'too-long' };
    turn.trace.refused(
      'review-refused',
      'server/shop/handlers/products.ts#write-review',
      { document: 'Shop' },
      values,
    );
    return answerWithPage(turn, visitor, 400, problemPage(400, turn.language));
  }
  const id = nextId(turn.stores.reviews);
  turn.stores.reviews.set(id, {
    id,
    product: slug,
    userId: visitor.user?.id ?? null,
    text,
    writtenAt: turn.now,
  });
  turn.trace.done('review-written', 'server/shop/handlers/products.ts#write-review', {
    product: slug,
  });
  return answerWithRedirect(turn, `/products/${slug}`);
});
