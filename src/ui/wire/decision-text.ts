import type {
  DecisionNote,
  DecisionValues,
  RejectedCode,
  SendDecision,
  SetCookieDecision,
  StoredCode,
  WithheldCode,
} from '../../cookies/decision.ts';
import * as m from '../../messages/compiled/messages.js';

/** A message of the catalogue; which values it takes, the decision's code says. */
type Say = (values: never) => string;

const stored: Record<StoredCode, Say> = {
  stored: m.cookies_stored_stored,
  replaced: m.cookies_stored_replaced,
  deleted: m.cookies_stored_deleted,
  'nothing-to-delete': m.cookies_stored_nothing_to_delete,
};

const rejected: Record<RejectedCode, Say> = {
  'control-character': m.cookies_rejected_control_character,
  empty: m.cookies_rejected_empty,
  'too-large': m.cookies_rejected_too_large,
  'domain-mismatch': m.cookies_rejected_domain_mismatch,
  'domain-public-suffix': m.cookies_rejected_domain_public_suffix,
  'secure-from-insecure-origin': m.cookies_rejected_secure_from_insecure_origin,
  'secure-cookie-left-alone': m.cookies_rejected_secure_cookie_left_alone,
  'http-only-from-script': m.cookies_rejected_http_only_from_script,
  'http-only-not-overwritten': m.cookies_rejected_http_only_not_overwritten,
  'same-site-cross-site': m.cookies_rejected_same_site_cross_site,
  'same-site-none-without-secure': m.cookies_rejected_same_site_none_without_secure,
  'secure-prefix': m.cookies_rejected_secure_prefix,
  'host-prefix': m.cookies_rejected_host_prefix,
  'http-prefix': m.cookies_rejected_http_prefix,
  'host-http-prefix': m.cookies_rejected_host_http_prefix,
  'nameless-with-equals-sign': m.cookies_rejected_nameless_with_equals_sign,
  'nameless-with-prefix': m.cookies_rejected_nameless_with_prefix,
  'partitioned-without-secure': m.cookies_rejected_partitioned_without_secure,
  'third-party-blocked': m.cookies_rejected_third_party_blocked,
};

const withheld: Record<WithheldCode, Say> = {
  domain: m.cookies_withheld_domain,
  'host-only': m.cookies_withheld_host_only,
  path: m.cookies_withheld_path,
  secure: m.cookies_withheld_secure,
  'http-only': m.cookies_withheld_http_only,
  'same-site-strict': m.cookies_withheld_same_site_strict,
  'same-site-lax': m.cookies_withheld_same_site_lax,
  'same-site-unspecified': m.cookies_withheld_same_site_unspecified,
  expired: m.cookies_withheld_expired,
  partition: m.cookies_withheld_partition,
  'third-party-blocked': m.cookies_withheld_third_party_blocked,
  'credentials-omitted': m.cookies_withheld_credentials_omitted,
};

const notes: Readonly<Record<string, Say>> = {
  'attribute-unknown': m.cookies_note_attribute_unknown,
  'attribute-too-large': m.cookies_note_attribute_too_large,
  'attribute-repeated': m.cookies_note_attribute_repeated,
  'domain-is-public-suffix': m.cookies_note_domain_is_public_suffix,
  'path-not-absolute': m.cookies_note_path_not_absolute,
  'same-site-unknown': m.cookies_note_same_site_unknown,
  'max-age-unreadable': m.cookies_note_max_age_unreadable,
  'expires-unreadable': m.cookies_note_expires_unreadable,
  'max-age-wins': m.cookies_note_max_age_wins,
  'lifetime-capped': m.cookies_note_lifetime_capped,
};

/** What the jar did with one `Set-Cookie`, and why. */
export function setCookieText(decision: SetCookieDecision): string {
  return said(decision.ok ? stored[decision.code] : rejected[decision.code], decision.values);
}

/** Why a cookie goes with a request; the two-minute exception is known by the age it names. */
export function sentText({ values }: SendDecision): string {
  return said('age' in values ? m.cookies_sent_lax_allowing_unsafe : m.cookies_sent, values);
}

/** Why a cookie stays at home. */
export function withheldText({ code, values }: SendDecision): string {
  return said(code === 'sent' ? m.cookies_sent : withheld[code], values);
}

/** What was noticed on the way; the bare code where the catalogue has no words for it. */
export function noteText({ code, values }: DecisionNote): string {
  const say = notes[code];
  return say ? said(say, values) : code;
}

function said(say: Say, values: DecisionValues): string {
  return say(values as never);
}
