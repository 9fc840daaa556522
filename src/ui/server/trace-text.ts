import * as m from '../../messages/compiled/messages.js';
import type { TraceStep } from '../../server/events.ts';
import { balancingName } from './instance-text.ts';
import { traceCodes, type TraceCode, type TraceValues } from '../../server/trace-codes.ts';

/** What a step of the server's trace did, in the reader's language. */
export function traceText(step: TraceStep): string {
  if (!isTraceCode(step.code)) return step.code;
  // The values of a step are those that its code promises; the table cannot say so for each code apart.
  return texts[step.code](step.values as never);
}

/** The value that tells most about the step; `null` where its sentence has it already, or there is none. */
export function traceValue(step: TraceStep): string | null {
  if (!isTraceCode(step.code)) return null;
  const name: string | undefined = traceCodes[step.code][0];
  const value = name === undefined ? undefined : step.values[name];
  if (value === undefined || traceText(step).includes(String(value))) return null;
  return String(value);
}

function isTraceCode(code: string): code is TraceCode {
  return Object.hasOwn(traceCodes, code);
}

const texts: Readonly<Record<TraceCode, (values: never) => string>> = {
  'instance-chosen': ({ instance, balancing }: TraceValues<'instance-chosen'>) =>
    m.trace_instance_chosen({ instance, balancing: balancingName(String(balancing)) }),
  'no-instance': m.trace_no_instance,
  'session-store-asked': m.trace_session_store_asked,
  'session-store-down': m.trace_session_store_down,
  'no-cookie-field': m.trace_no_cookie_field,
  'cookie-field-read': m.trace_cookie_field_read,
  'cookie-absent': m.trace_cookie_absent,
  'nothing-recalled': m.trace_nothing_recalled,
  'nothing-remembered': m.trace_nothing_remembered,
  'address-looked-up': m.trace_address_looked_up,
  'address-believed': m.trace_address_believed,
  'address-unknown': m.trace_address_unknown,
  'address-row-written': m.trace_address_row_written,
  'address-row-deleted': m.trace_address_row_deleted,
  'ticket-read': m.trace_ticket_read,
  'ticket-absent': m.trace_ticket_absent,
  'ticket-written': m.trace_ticket_written,
  'ticket-dropped': m.trace_ticket_dropped,
  'session-looked-up': m.trace_session_looked_up,
  'session-found': m.trace_session_found,
  'session-unknown': m.trace_session_unknown,
  'session-idle-expired': m.trace_session_idle_expired,
  'session-absolute-expired': m.trace_session_absolute_expired,
  'session-touched': m.trace_session_touched,
  'session-id-dropped': m.trace_session_id_dropped,
  'session-id-kept': m.trace_session_id_kept,
  'session-id-made': m.trace_session_id_made,
  'session-row-written': m.trace_session_row_written,
  'session-row-updated': m.trace_session_row_updated,
  'session-row-deleted': m.trace_session_row_deleted,
  'session-rows-of-user-deleted': m.trace_session_rows_of_user_deleted,
  'everywhere-impossible': m.trace_everywhere_impossible,
  'plain-user-trusted': m.trace_plain_user_trusted,
  'plain-user-unknown': m.trace_plain_user_unknown,
  'plain-cart-trusted': m.trace_plain_cart_trusted,
  'plain-cart-not-understood': m.trace_plain_cart_not_understood,
  'cookie-signed': m.trace_cookie_signed,
  'cookie-signature-matched': m.trace_cookie_signature_matched,
  'cookie-signature-wrong': m.trace_cookie_signature_wrong,
  'signing-unavailable': m.trace_signing_unavailable,
  'token-read': m.trace_token_read,
  'token-malformed': m.trace_token_malformed,
  'token-signature-matched': m.trace_token_signature_matched,
  'token-signature-refused': m.trace_token_signature_refused,
  'token-claims-valid': m.trace_token_claims_valid,
  'token-claims-refused': m.trace_token_claims_refused,
  'token-signed': m.trace_token_signed,
  'careless-none-accepted': m.trace_careless_none_accepted,
  'careless-header-algorithm-trusted': m.trace_careless_header_algorithm_trusted,
  'careless-weak-secret-taken': m.trace_careless_weak_secret_taken,
  'careless-expiry-skipped': m.trace_careless_expiry_skipped,
  'careless-audience-skipped': m.trace_careless_audience_skipped,
  'page-without-token': m.trace_page_without_token,
  'access-token-signed': m.trace_access_token_signed,
  'key-chosen': m.trace_key_chosen,
  'key-made': m.trace_key_made,
  'key-found': m.trace_key_found,
  'key-unknown': m.trace_key_unknown,
  'keys-sent': m.trace_keys_sent,
  'bearer-absent': m.trace_bearer_absent,
  'token-algorithm-refused': m.trace_token_algorithm_refused,
  'token-type-refused': m.trace_token_type_refused,
  'deny-list-looked-up': m.trace_deny_list_looked_up,
  'token-denied': m.trace_token_denied,
  'token-put-on-deny-list': m.trace_token_put_on_deny_list,
  'token-version-looked-up': m.trace_token_version_looked_up,
  'token-outdated': m.trace_token_outdated,
  'token-version-raised': m.trace_token_version_raised,
  'access-token-lives-on': m.trace_access_token_lives_on,
  'refresh-token-absent': m.trace_refresh_token_absent,
  'refresh-token-read': m.trace_refresh_token_read,
  'refresh-token-in-content': m.trace_refresh_token_in_content,
  'refresh-token-looked-up': m.trace_refresh_token_looked_up,
  'refresh-token-good': m.trace_refresh_token_good,
  'refresh-token-within-grace': m.trace_refresh_token_within_grace,
  'refresh-token-unknown': m.trace_refresh_token_unknown,
  'refresh-token-revoked': m.trace_refresh_token_revoked,
  'refresh-family-expired': m.trace_refresh_family_expired,
  'refresh-token-reused': m.trace_refresh_token_reused,
  'refresh-token-replaced': m.trace_refresh_token_replaced,
  'refresh-token-kept': m.trace_refresh_token_kept,
  'refresh-token-made': m.trace_refresh_token_made,
  'family-begun': m.trace_family_begun,
  'family-revoked': m.trace_family_revoked,
  'origin-refused': m.trace_origin_refused,
  'preflight-answered': m.trace_preflight_answered,
  'json-refused': m.trace_json_refused,
  'json-sent': m.trace_json_sent,
  'script-missing': m.trace_script_missing,
  'cookie-set': m.trace_cookie_set,
  'cookie-deleted': m.trace_cookie_deleted,
  'credentials-read': m.trace_credentials_read,
  'password-matched': m.trace_password_matched,
  'password-wrong': m.trace_password_wrong,
  'next-refused': m.trace_next_refused,
  'sign-in-required': m.trace_sign_in_required,
  'form-refused': m.trace_form_refused,
  'product-unknown': m.trace_product_unknown,
  'cart-read': m.trace_cart_read,
  'cart-changed': m.trace_cart_changed,
  'cart-empty': m.trace_cart_empty,
  'order-looked-up': m.trace_order_looked_up,
  'order-unknown': m.trace_order_unknown,
  'order-owner-matched': m.trace_order_owner_matched,
  'order-owner-differs': m.trace_order_owner_differs,
  'order-written': m.trace_order_written,
  'review-written': m.trace_review_written,
  'review-refused': m.trace_review_refused,
  'route-unknown': m.trace_route_unknown,
  'method-refused': m.trace_method_refused,
  'file-sent': m.trace_file_sent,
  'page-sent': m.trace_page_sent,
  redirected: m.trace_redirected,
  'ad-id-recognised': m.trace_ad_id_recognised,
  'ad-id-made': m.trace_ad_id_made,
};
