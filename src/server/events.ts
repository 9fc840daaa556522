import type { Rule } from '../http/rule.ts';
import type { RefreshChange, RefreshRecord } from './api/refresh-record.ts';
import type { SessionRecord } from './sessions/session-record.ts';

/**
 * One line of "what the handler did". `code` is stable and translated by the interface
 * (message `trace_<code>`); `values` go into the sentence.
 */
export interface TraceStep {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /**
   * `refused`: the step at which the handler turned the request down. `careless`: a check that it should have
   * made, and left out.
   */
  readonly outcome: 'done' | 'refused' | 'careless';
  /** The code that ran, as `path-below-src#marker`, e.g. `server/shop/sign-in.ts#check-password`. */
  readonly source: string;
  readonly rule?: Rule;
}

export type SessionChange =
  | 'created'
  | 'regenerated'
  | 'touched'
  | 'updated'
  | 'expired'
  | 'deleted'
  | 'lost-in-restart'
  | 'edited-by-hand';

/** What a server tells of itself. */
export type ServerEvent =
  | {
      readonly type: 'trace';
      readonly exchangeId: string;
      readonly host: string;
      readonly step: TraceStep;
    }
  | {
      readonly type: 'session-changed';
      /** `null` when no request caused it (a restart, a hand). */
      readonly exchangeId: string | null;
      readonly change: SessionChange;
      readonly record: SessionRecord;
      readonly previous: SessionRecord | null;
    }
  | {
      readonly type: 'refresh-token-changed';
      /** `null` when a hand did it. */
      readonly exchangeId: string | null;
      readonly change: RefreshChange;
      readonly record: RefreshRecord;
      /** The token itself, at the one moment at which the server knows it: when it is issued. */
      readonly token: string | null;
    }
  | {
      readonly type: 'signing-key-changed';
      readonly change: 'rotated' | 'retired';
      readonly kid: string;
    }
  | { readonly type: 'token-allowed-again'; readonly jti: string }
  | { readonly type: 'token-version-raised'; readonly userId: string; readonly version: number }
  | { readonly type: 'machine-started' | 'machine-stopped'; readonly machine: string }
  | { readonly type: 'server-restarted'; readonly host: string; readonly sessionsLost: number }
  | {
      readonly type: 'order-placed';
      readonly exchangeId: string;
      readonly userId: string;
      readonly orderId: string;
      readonly total: number;
    };

export type ObserveServer = (event: ServerEvent) => void;
