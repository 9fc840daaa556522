import type { ConnectionSettings } from '../../wire/connections/settings.ts';
import type { SettingsChange } from '../attacks/attack.ts';
import type { Stage } from '../attacks/stage.ts';
import type { Check } from './check.ts';
import type { Finding } from './finding.ts';

/** A shop in trouble. What its support has to say of it stands in `tutorial/tickets/`, under the slug. */
export interface Ticket {
  readonly slug: string;
  /** The shop as it is in trouble, from how it was on the first day. */
  readonly trouble: SettingsChange;
  readonly connections?: Partial<ConnectionSettings>;
  /** Whether the shop's own script, or Mallory's, has a part in it. */
  readonly needsScript?: boolean;
  /**
   * The story of whoever complains, played from their arrival on; holds where they have nothing to complain of. Played
   * once in the troubled shop, it leaves the traces that the learner finds.
   */
  readonly story: (stage: Stage) => Promise<Finding>;
  /** What besides the usual paces must hold after the fix: what the tempting wrong one breaks. */
  readonly alsoHolds?: readonly Check[];
}
