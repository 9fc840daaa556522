import type { ExchangeTiming } from './connections/timing.ts';

/** Which way a message takes through the real page; see `docs/decisions`. */
export type CarrierName = 'service-worker' | 'in-page';

/** Why the in-page carrier is in use. */
export type InPageReason =
  | 'not-started-yet'
  | 'unsupported'
  | 'insecure-origin'
  | 'registration-refused'
  | 'not-controlled'
  | 'not-intercepting'
  | 'storage-blocked'
  | 'chosen';

export interface CarrierState {
  readonly name: CarrierName;
  readonly reason: InPageReason | null;
}

/** What the wire tells of itself. */
export type WireEvent =
  | {
      readonly type: 'carried';
      readonly exchangeId: string;
      readonly carrier: CarrierName;
      readonly connectionId: string;
      /** Octets of the request and of the response as HTTP/1.1 wire text. */
      readonly requestOctets: number;
      readonly responseOctets: number;
      /** Real milliseconds the carrier took, measured with a monotonic timer. */
      readonly tookMs: number;
    }
  | {
      /** Comes first: on which connection, and how long all of it takes on the lab's clock. */
      readonly type: 'connected';
      readonly exchangeId: string;
      readonly timing: ExchangeTiming;
    }
  | { readonly type: 'carrier-changed'; readonly carrier: CarrierState };

export type ObserveWire = (event: WireEvent) => void;
