import type {
  DecisionValues,
  NoteCode,
  RejectedCode,
  StoredCode,
  WithheldCode,
} from '../../cookies/decision.ts';
import * as m from '../../messages/compiled/messages.js';

/** A message of the catalogue; which values it takes, the decision's code says. */
type Say = (values: never) => string;

/** A decision in a sentence, and in two or three words. */
export interface Words {
  readonly text: Say;
  readonly label: Say;
}

export function said(say: Say, values: DecisionValues): string {
  return say(values as never);
}

export const storedWords: Record<StoredCode, Words> = {
  stored: { text: m.cookies_stored_stored, label: m.cookies_stored_stored_label },
  replaced: { text: m.cookies_stored_replaced, label: m.cookies_stored_replaced_label },
  deleted: { text: m.cookies_stored_deleted, label: m.cookies_stored_deleted_label },
  'nothing-to-delete': {
    text: m.cookies_stored_nothing_to_delete,
    label: m.cookies_stored_nothing_to_delete_label,
  },
};

export const rejectedWords: Record<RejectedCode, Words> = {
  'url-without-cookies': {
    text: m.cookies_rejected_url_without_cookies,
    label: m.cookies_rejected_url_without_cookies_label,
  },
  'control-character': {
    text: m.cookies_rejected_control_character,
    label: m.cookies_rejected_control_character_label,
  },
  empty: { text: m.cookies_rejected_empty, label: m.cookies_rejected_empty_label },
  'too-large': { text: m.cookies_rejected_too_large, label: m.cookies_rejected_too_large_label },
  'domain-mismatch': {
    text: m.cookies_rejected_domain_mismatch,
    label: m.cookies_rejected_domain_mismatch_label,
  },
  'domain-public-suffix': {
    text: m.cookies_rejected_domain_public_suffix,
    label: m.cookies_rejected_domain_public_suffix_label,
  },
  'secure-from-insecure-origin': {
    text: m.cookies_rejected_secure_from_insecure_origin,
    label: m.cookies_rejected_secure_from_insecure_origin_label,
  },
  'secure-cookie-left-alone': {
    text: m.cookies_rejected_secure_cookie_left_alone,
    label: m.cookies_rejected_secure_cookie_left_alone_label,
  },
  'http-only-from-script': {
    text: m.cookies_rejected_http_only_from_script,
    label: m.cookies_rejected_http_only_from_script_label,
  },
  'http-only-not-overwritten': {
    text: m.cookies_rejected_http_only_not_overwritten,
    label: m.cookies_rejected_http_only_not_overwritten_label,
  },
  'same-site-cross-site': {
    text: m.cookies_rejected_same_site_cross_site,
    label: m.cookies_rejected_same_site_cross_site_label,
  },
  'same-site-none-without-secure': {
    text: m.cookies_rejected_same_site_none_without_secure,
    label: m.cookies_rejected_same_site_none_without_secure_label,
  },
  'secure-prefix': {
    text: m.cookies_rejected_secure_prefix,
    label: m.cookies_rejected_secure_prefix_label,
  },
  'host-prefix': {
    text: m.cookies_rejected_host_prefix,
    label: m.cookies_rejected_host_prefix_label,
  },
  'http-prefix': {
    text: m.cookies_rejected_http_prefix,
    label: m.cookies_rejected_http_prefix_label,
  },
  'host-http-prefix': {
    text: m.cookies_rejected_host_http_prefix,
    label: m.cookies_rejected_host_http_prefix_label,
  },
  'nameless-with-prefix': {
    text: m.cookies_rejected_nameless_with_prefix,
    label: m.cookies_rejected_nameless_with_prefix_label,
  },
  'nameless-with-equals-sign': {
    text: m.cookies_rejected_nameless_with_equals_sign,
    label: m.cookies_rejected_nameless_with_equals_sign_label,
  },
  'partitioned-without-secure': {
    text: m.cookies_rejected_partitioned_without_secure,
    label: m.cookies_rejected_partitioned_without_secure_label,
  },
  'third-party-blocked': {
    text: m.cookies_rejected_third_party_blocked,
    label: m.cookies_rejected_third_party_blocked_label,
  },
  'credentials-omitted': {
    text: m.cookies_rejected_credentials_omitted,
    label: m.cookies_rejected_credentials_omitted_label,
  },
};

export const withheldWords: Record<WithheldCode, Words> = {
  'url-without-cookies': {
    text: m.cookies_withheld_url_without_cookies,
    label: m.cookies_withheld_url_without_cookies_label,
  },
  domain: { text: m.cookies_withheld_domain, label: m.cookies_withheld_domain_label },
  'host-only': { text: m.cookies_withheld_host_only, label: m.cookies_withheld_host_only_label },
  path: { text: m.cookies_withheld_path, label: m.cookies_withheld_path_label },
  secure: { text: m.cookies_withheld_secure, label: m.cookies_withheld_secure_label },
  'http-only': { text: m.cookies_withheld_http_only, label: m.cookies_withheld_http_only_label },
  'same-site-strict': {
    text: m.cookies_withheld_same_site_strict,
    label: m.cookies_withheld_same_site_strict_label,
  },
  'same-site-lax': {
    text: m.cookies_withheld_same_site_lax,
    label: m.cookies_withheld_same_site_lax_label,
  },
  'same-site-unspecified': {
    text: m.cookies_withheld_same_site_unspecified,
    label: m.cookies_withheld_same_site_unspecified_label,
  },
  expired: { text: m.cookies_withheld_expired, label: m.cookies_withheld_expired_label },
  partition: { text: m.cookies_withheld_partition, label: m.cookies_withheld_partition_label },
  'third-party-blocked': {
    text: m.cookies_withheld_third_party_blocked,
    label: m.cookies_withheld_third_party_blocked_label,
  },
  'credentials-omitted': {
    text: m.cookies_withheld_credentials_omitted,
    label: m.cookies_withheld_credentials_omitted_label,
  },
};

/** Sent because of nothing in particular, and by Chromium's two-minute exception. */
export const sentWords: Record<'sent' | 'lax-allowing-unsafe', Words> = {
  sent: { text: m.cookies_sent, label: m.cookies_sent_label },
  'lax-allowing-unsafe': {
    text: m.cookies_sent_lax_allowing_unsafe,
    label: m.cookies_sent_lax_allowing_unsafe_label,
  },
};

export const noteWords: Record<NoteCode, Words> = {
  'attribute-unknown': {
    text: m.cookies_note_attribute_unknown,
    label: m.cookies_note_attribute_unknown_label,
  },
  'attribute-too-large': {
    text: m.cookies_note_attribute_too_large,
    label: m.cookies_note_attribute_too_large_label,
  },
  'attribute-repeated': {
    text: m.cookies_note_attribute_repeated,
    label: m.cookies_note_attribute_repeated_label,
  },
  'domain-is-public-suffix': {
    text: m.cookies_note_domain_is_public_suffix,
    label: m.cookies_note_domain_is_public_suffix_label,
  },
  'path-not-absolute': {
    text: m.cookies_note_path_not_absolute,
    label: m.cookies_note_path_not_absolute_label,
  },
  'same-site-unknown': {
    text: m.cookies_note_same_site_unknown,
    label: m.cookies_note_same_site_unknown_label,
  },
  'max-age-unreadable': {
    text: m.cookies_note_max_age_unreadable,
    label: m.cookies_note_max_age_unreadable_label,
  },
  'expires-unreadable': {
    text: m.cookies_note_expires_unreadable,
    label: m.cookies_note_expires_unreadable_label,
  },
  'max-age-wins': { text: m.cookies_note_max_age_wins, label: m.cookies_note_max_age_wins_label },
  'lifetime-capped': {
    text: m.cookies_note_lifetime_capped,
    label: m.cookies_note_lifetime_capped_label,
  },
};
