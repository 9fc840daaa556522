import type { Exchange } from '../../../lab/exchange.ts';

/** How many pieces the shop found in the cart of whoever asked; `null` when it did not look. */
export function piecesSeen({ trace }: Exchange): number | null {
  const pieces = trace.find(({ code }) => code === 'cart-read')?.values['pieces'];
  return typeof pieces === 'number' ? pieces : null;
}
