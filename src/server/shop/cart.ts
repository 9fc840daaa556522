import { findProduct } from './products.ts';

/** So many pieces of one product at a price that was found somewhere: in the catalogue, or in a cookie. */
export interface CartLine {
  readonly product: string;
  readonly quantity: number;
  /** Won. */
  readonly unitPrice: number;
}

export type Cart = readonly CartLine[];

/** Nobody carries more home. */
export const mostPieces = 99;

/** The cart with one more piece of the product; what is in it already keeps its price. */
export function withOneMore(cart: Cart, product: string, price: number): Cart {
  const line = cart.find((candidate) => candidate.product === product);
  return withQuantity(cart, product, (line?.quantity ?? 0) + 1, price);
}

/** The cart with exactly so many pieces of the product; none takes it out. */
export function withQuantity(cart: Cart, product: string, quantity: number, price: number): Cart {
  const pieces = Math.min(quantity, mostPieces);
  const line = cart.find((candidate) => candidate.product === product);
  if (pieces <= 0) return cart.filter((candidate) => candidate !== line);
  if (line === undefined) return [...cart, { product, quantity: pieces, unitPrice: price }];
  return cart.map((candidate) => (candidate === line ? { ...line, quantity: pieces } : candidate));
}

export function piecesIn(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Won. */
export function totalOf(cart: Cart): number {
  return cart.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
}

/** Product to pieces: what is kept where the shop itself keeps the prices. */
export function quantitiesOf(cart: Cart): Readonly<Record<string, number>> {
  return Object.fromEntries(cart.map(({ product, quantity }) => [product, quantity]));
}

/** The cart with the catalogue's prices. What the shop does not sell, or not in such numbers, is left out. */
export function cartOf(quantities: unknown): Cart {
  if (typeof quantities !== 'object' || quantities === null) return [];
  return Object.entries(quantities).flatMap(([slug, quantity]) => {
    const product = findProduct(slug);
    const known = product !== undefined && isQuantity(quantity);
    return known ? [{ product: slug, quantity, unitPrice: product.price }] : [];
  });
}

export function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostPieces;
}
