import type { NetworkFailureCode } from '../../http/network-failure.ts';
import * as m from '../../messages/compiled/messages.js';

const texts: Record<NetworkFailureCode, () => string> = {
  aborted: m.wire_failure_aborted,
  'connection-refused': m.wire_failure_connection_refused,
  'connection-lost': m.wire_failure_connection_lost,
  'name-not-resolved': m.wire_failure_name_not_resolved,
};

/** Why no response arrived, in a word or two. */
export function failureText(code: NetworkFailureCode): string {
  return texts[code]();
}
