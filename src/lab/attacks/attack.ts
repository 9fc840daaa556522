import type { ShopSettings } from '../../server/shop/settings.ts';
import type { Exchange } from '../exchange.ts';
import type { Stage } from './stage.ts';

export type AttackId =
  | 'xss-cookie'
  | 'xss-tokens'
  | 'xss-order'
  | 'sniffing'
  | 'fixation-by-link'
  | 'fixation-by-sibling'
  | 'csrf-form'
  | 'csrf-picture'
  | 'csrf-fetch'
  | 'csrf-sibling'
  | 'guessed-session'
  | 'replayed-session'
  | 'replayed-jwt'
  | 'unsigned-jwt'
  | 'confused-algorithm'
  | 'weak-secret'
  | 'stolen-refresh-token';

/** Other settings in place of these. */
export type SettingsChange = (settings: ShopSettings) => ShopSettings;

/** What Mallory does, as steps in a lab that nobody watches, and what counts as success. */
export interface Attack {
  readonly id: AttackId;
  /** The shop as the attack needs it. */
  readonly hole: SettingsChange;
  /** Whether it is script that does it: in a lab that runs none there is no such attack. */
  readonly needsScript: boolean;
  /**
   * Plays it through; says with `stage.decisive()` from where on a refusal counts. The exchange in which the harm was
   * done, measured in the lab; `null` where none was.
   */
  readonly play: (stage: Stage) => Promise<Exchange | null>;
}

export type DefenceId =
  | 'output-escaping'
  | 'content-security-policy'
  | 'http-only'
  | 'secure'
  | 'hsts'
  | 'same-site-lax'
  | 'same-site-strict'
  | 'csrf-synchroniser'
  | 'csrf-double-submit'
  | 'csrf-signed-double-submit'
  | 'origin-check'
  | 'fetch-site-check'
  | 'safe-methods'
  | 'regenerate-at-sign-in'
  | 'own-identifiers-only'
  | 'host-prefix'
  | 'longer-identifiers'
  | 'bound-to-address'
  | 'bound-to-user-agent'
  | 'password-again'
  | 'short-lives'
  | 'end-on-server'
  | 'deny-list'
  | 'refresh-rotation'
  | 'careful-verifier';

/** What the shop can put up. */
export interface Defence {
  readonly id: DefenceId;
  readonly apply: SettingsChange;
}
