import type { Field } from '../../http/message.ts';
import type { SiteTurn } from '../site-turn.ts';
import type { ShopSettings } from './settings.ts';
import type { ShopSecrets, ShopStores } from './stores.ts';

/** One request's turn at the shop: what every handler and every memory is handed. */
export interface Turn extends SiteTurn {
  readonly settings: ShopSettings;
  readonly stores: ShopStores;
  readonly secrets: ShopSecrets;
  /** `Set-Cookie` fields for the response, whatever it will be; memories add to them. */
  readonly setCookies: Field[];
  /** What else a memory does to the answer, whatever it will be. */
  readonly answer: { rewriting: AddressRewriting | null; formToken: string | null };
}

/** Puts something into every address that leads back to the shop. */
export interface AddressRewriting {
  /** Into the links and forms of a finished page. */
  page(content: string): string;
  /** Into a path of the shop, as a redirect names it. */
  path(path: string): string;
}
