import type { BrowserEvent } from '../browser/events.ts';
import type { ServerEvent } from '../server/events.ts';
import type { NetworkName } from '../wire/addresses.ts';
import type { CrowdOutcome } from '../wire/connections/crowd.ts';
import type { WireEvent } from '../wire/events.ts';
import type { BenchEvent } from './bench/events.ts';
import type { BrowserSettings } from './browser-settings.ts';
import type { LoadOutcome } from './load/load-plan.ts';
import type { LookUpTimes } from './load/look-ups.ts';

/** What the learner did to the world, rather than anybody in it. */
export type LabEvent =
  | { readonly type: 'clock-advanced'; readonly byMs: number }
  | { readonly type: 'settings-changed'; readonly changed: readonly string[] }
  | {
      readonly type: 'browser-settings-changed';
      readonly browserId: string;
      readonly settings: BrowserSettings;
    }
  | { readonly type: 'network-joined'; readonly browserId: string; readonly network: NetworkName }
  | ({ readonly type: 'guests-came' } & CrowdOutcome)
  | ({ readonly type: 'load-ran' } & LoadOutcome)
  | ({ readonly type: 'look-ups-measured' } & LookUpTimes)
  | { readonly type: 'rejected-cookies-cleared'; readonly browserId: string }
  | { readonly type: 'console-cleared'; readonly browserId: string; readonly tabId: string }
  | { readonly type: 'lab-prepared'; readonly plan: string };

export type AnyEvent = BrowserEvent | WireEvent | ServerEvent | LabEvent | BenchEvent;

/** One line of the append-only log. */
export interface LogEntry {
  readonly sequence: number;
  /** Virtual time, milliseconds since the epoch. */
  readonly time: number;
  readonly room: 'browser' | 'wire' | 'server' | 'lab';
  readonly event: AnyEvent;
}
