import type { Cart } from '../cart.ts';
import type { Turn } from '../turn.ts';
import type { User } from '../users.ts';

/** A way to remember: who and what a request alone does not tell. */
export interface Memory {
  /** Who asks, as far as this way can tell. Never throws, whatever the request carries. */
  recall(turn: Turn): Promise<Visitor>;
}

/** The one who asks, and how to remember more of them. */
export interface Visitor {
  readonly user: User | null;
  readonly cart: Cart;
  /** Who it is and what they have, only the page's script can tell: it fills in what the shop leaves open. */
  readonly knownToScript?: true;
  /** What tells this visitor's session from all others, where there is one. */
  readonly sessionName?: string | undefined;
  /** The token that the session keeps for its forms. */
  readonly formToken?: string | undefined;
  rememberCart(cart: Cart): Promise<void>;
  rememberUser(user: User): Promise<void>;
  forget(): Promise<void>;
  /** Signs the user out wherever they are; absent where the shop keeps no list of where that is. */
  forgetEverywhere?(): Promise<void>;
}
