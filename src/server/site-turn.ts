import type { HttpRequest } from '../http/message.ts';
import type { AdProfile } from './ads/ad-profile.ts';
import type { Connection } from './context.ts';
import type { Loot } from './evil/loot.ts';
import type { Language } from './language.ts';
import type { Trace } from './trace.ts';

/** One request's turn at any of the sites. */
export interface SiteTurn {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly connection: Connection;
  readonly language: Language;
  readonly trace: Trace;
  /** Milliseconds since the epoch, the same for the whole turn. */
  readonly now: number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** What the ad server has written down, by identifier. */
  readonly adProfiles: Map<string, AdProfile>;
  /** What the attacker's site has written down, oldest first, by number. */
  readonly loot: Map<string, Loot>;
}
