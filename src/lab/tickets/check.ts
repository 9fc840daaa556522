import type { Stage } from '../attacks/stage.ts';
import type { Finding } from './finding.ts';

export type CheckId =
  | 'complaint'
  | 'ordering'
  | 'active-customer'
  | 'sign-out'
  | 'left-alone'
  | 'neighbour'
  | 'link-from-elsewhere'
  | 'forged-order'
  | 'overheard'
  | 'fixed-by-link'
  | 'fixed-by-sibling'
  | 'forged-token'
  | 'key-out-of-reach'
  | 'script-in-review'
  | 'one-machine-down'
  | 'walked-away'
  | 'old-refresh-token';

/** One hidden run of the shop as the learner has set it, in a lab of its own. */
export interface Check {
  readonly id: CheckId;
  /** Whether it is script that does it: in a lab that runs none there is nothing to see. */
  readonly needsScript?: boolean;
  readonly play: (stage: Stage) => Promise<Finding>;
}
