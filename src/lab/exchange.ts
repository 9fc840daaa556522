import type { BrowserEvent, RequestCause, RequestKind } from '../browser/events.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { NetworkFailureCode } from '../http/network-failure.ts';
import type { SessionChange, TraceStep } from '../server/events.ts';
import type { SessionRecord } from '../server/sessions/session-record.ts';
import type { ExchangeTiming } from '../wire/connections/timing.ts';
import type { CarrierName } from '../wire/events.ts';

/** One request and what came of it: everybody's events about it, joined by its identifier. */
export interface Exchange {
  readonly id: string;
  readonly browserId: string;
  readonly tabId: string;
  readonly kind: RequestKind;
  readonly cause: RequestCause;
  readonly parentId: string | null;
  /** Sequence number of the first log entry about it. */
  readonly sequence: number;
  /** Virtual times. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly request: HttpRequest;
  readonly response: HttpResponse | null;
  readonly failure: NetworkFailureCode | null;
  readonly cookies: Retrieval;
  readonly setCookies: readonly SetCookieDecision[];
  readonly trace: readonly TraceStep[];
  readonly sessionChanges: readonly ExchangeSessionChange[];
  readonly carried: Carried | null;
  /** `null` in labs kept before connections were timed. */
  readonly timing: ExchangeTiming | null;
  /** Why script may not read the answer; `null` where it may, or where no script asked. */
  readonly scriptRefusal: ScriptRefused | null;
}

export type ScriptRefused = Pick<
  Extract<BrowserEvent, { type: 'script-refused' }>,
  'code' | 'rule' | 'values'
>;

export interface ExchangeSessionChange {
  readonly change: SessionChange;
  readonly record: SessionRecord;
  readonly previous: SessionRecord | null;
}

export interface Carried {
  readonly carrier: CarrierName;
  readonly connectionId: string;
  readonly requestOctets: number;
  readonly responseOctets: number;
  readonly tookMs: number;
}
