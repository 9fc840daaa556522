import * as m from '../../messages/compiled/messages.js';
import type { CarrierState, InPageReason } from '../../wire/events.ts';

/** Which way messages take through the real page, and why, in a few words. */
export function carrierText({ name, reason }: CarrierState): string {
  if (name === 'service-worker') return m.stage_carrier_service_worker();
  return inPage[reason ?? 'chosen']();
}

const inPage: Record<InPageReason, () => string> = {
  'not-started-yet': m.stage_carrier_starting,
  unsupported: m.stage_carrier_unsupported,
  'insecure-origin': m.stage_carrier_insecure_origin,
  'registration-refused': m.stage_carrier_registration_refused,
  'not-controlled': m.stage_carrier_not_controlled,
  'not-intercepting': m.stage_carrier_not_intercepting,
  'storage-blocked': m.stage_carrier_storage_blocked,
  chosen: m.stage_carrier_in_page,
};
