import { algorithms } from '../../jwt/algorithm.ts';
import type { TokenAlgorithm } from '../../server/shop/settings.ts';

/** What the shop's tokens may be signed with; `EdDSA` is only the older name of `Ed25519`. */
export const tokenAlgorithms: readonly TokenAlgorithm[] = algorithms.filter(
  (one) => one !== 'EdDSA',
);
