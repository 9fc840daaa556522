import { parseFormContent } from '../../../http/form-content.ts';
import type { Exchange } from '../../../lab/exchange.ts';
import type { Lab } from '../../../lab/lab.svelte.ts';
import { traced } from '../../observations.ts';
import {
  addBread,
  alice,
  isAtShop,
  isSet,
  isSignedIn,
  mallory,
  openShop,
  shop,
  signIn,
  type SettingsWanted,
} from '../../preparations.ts';

export const evil = 'https://evil.example';
export const blog = 'https://blog.shop.example';
export const product = `${shop}/products/salt-bread`;

/** How the scene is set before Alice comes. */
export interface Scene {
  readonly settings: SettingsWanted;
  /** What stands under the salt bread already, from Mallory’s hand. */
  readonly reviews?: readonly string[];
  /** Whether a bread lies in Alice’s cart. */
  readonly bread?: boolean;
}

/** Alice is signed in at the shop, and Mallory holds nothing yet. */
export async function setScene(lab: Lab, { settings, reviews = [], bread }: Scene): Promise<void> {
  if (reviews.length > 0) await leaveReviews(lab, reviews);
  await openShop(lab, { remember: 'session', ...settings });
  await signIn(lab);
  if (bread === true) await addBread(lab);
}

export function isSceneSet(lab: Lab, { settings, reviews = [], bread = false }: Scene): boolean {
  const row = lab.sessions.find(({ userId }) => userId === 'alice');
  return (
    isAtShop(lab) &&
    isSet(lab, { remember: 'session', ...settings }) &&
    isSignedIn(lab) &&
    lab.loot.length === 0 &&
    Object.keys(row?.data.cart ?? {}).length > 0 === bread &&
    reviewsWritten(lab).join('\n') === reviews.join('\n')
  );
}

/** While the shop still escapes them: so none of them runs before Alice comes. */
async function leaveReviews(lab: Lab, reviews: readonly string[]): Promise<void> {
  lab.showBrowser(mallory);
  await lab.visit(product);
  for (const text of reviews) await lab.submitForm(reviewForm(text));
  lab.showBrowser(alice);
}

export function reviewForm(text: string) {
  return {
    action: `${product}/reviews`,
    method: 'post',
    entries: [['text', text]],
  } as const;
}

function reviewsWritten(lab: Lab): readonly string[] {
  return lab.exchanges.filter((one) => traced(one, 'review-written')).map(reviewIn);
}

/** The text of the review that the request brought. */
export function reviewIn({ request }: Exchange): string {
  return parseFormContent(request.content).find(([name]) => name === 'text')?.[1] ?? '';
}
