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
}
