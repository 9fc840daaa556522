import type { CarriedRequest, CarriedResponse, Deliver } from './carried.ts';
import type { CarrierName } from './events.ts';

/** A way through the real page to the simulated servers. */
export interface Carrier {
  readonly name: CarrierName;
  /**
   * Brings the request to `deliver` and back. Rejects with a `NetworkFailure` when aborted, with
   * `NotDelivered` when the request never arrived, so that another carrier may take it.
   */
  carry(request: CarriedRequest, deliver: Deliver, signal?: AbortSignal): Promise<CarriedResponse>;
}

/** The carrier lost the request before any server saw it. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}
