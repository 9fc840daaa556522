import type { BrowserEvent } from '../../browser/events.ts';
import type { ScriptRefusalCode } from '../../browser/script-access.ts';
import type { RejectedCode } from '../../cookies/decision.ts';
import * as m from '../../messages/compiled/messages.js';
import { rejectedWords, said } from './decision-words.ts';

type Refused = Pick<Extract<BrowserEvent, { type: 'script-refused' }>, 'code' | 'values'>;

const words: Record<Exclude<ScriptRefusalCode, 'cookie-rejected'>, (values: never) => string> = {
  'document-gone': m.script_refused_document_gone,
  'opaque-origin': m.script_refused_opaque_origin,
  'quota-exceeded': m.script_refused_quota_exceeded,
  'not-a-secure-context': m.script_refused_not_a_secure_context,
  'nothing-asked-for': m.script_refused_nothing_asked_for,
  'foreign-url': m.script_refused_foreign_url,
  'name-with-equals-sign': m.script_refused_name_with_equals_sign,
  'forbidden-character': m.script_refused_forbidden_character,
  'nameless-without-value': m.script_refused_nameless_without_value,
  'nameless-with-equals-sign': m.script_refused_nameless_with_equals_sign,
  'nameless-with-prefix': m.script_refused_nameless_with_prefix,
  'http-prefix': m.script_refused_http_prefix,
  'host-prefix-with-domain': m.script_refused_host_prefix_with_domain,
  'host-prefix-with-path': m.script_refused_host_prefix_with_path,
  'domain-with-leading-dot': m.script_refused_domain_with_leading_dot,
  'domain-mismatch': m.script_refused_domain_mismatch,
  'path-not-absolute': m.script_refused_path_not_absolute,
  'cookie-too-large': m.script_refused_cookie_too_large,
  'attribute-too-large': m.script_refused_attribute_too_large,
  'expires-and-max-age': m.script_refused_expires_and_max_age,
  'invalid-url': m.script_refused_invalid_url,
  'url-with-credentials': m.script_refused_url_with_credentials,
  'unsupported-scheme': m.script_refused_unsupported_scheme,
  'outside-the-lab': m.script_refused_outside_the_lab,
  'mixed-content': m.script_refused_mixed_content,
  'invalid-method': m.script_refused_invalid_method,
  'forbidden-method': m.script_refused_forbidden_method,
  'get-with-content': m.script_refused_get_with_content,
  'not-same-origin': m.script_refused_not_same_origin,
  'no-cors-method': m.script_refused_no_cors_method,
  'no-cors-redirect': m.script_refused_no_cors_redirect,
  'preflight-status': m.script_refused_preflight_status,
  'preflight-redirected': m.script_refused_preflight_redirected,
  'allow-methods-unreadable': m.script_refused_allow_methods_unreadable,
  'allow-headers-unreadable': m.script_refused_allow_headers_unreadable,
  'blocked-by-policy': m.script_refused_blocked_by_policy,
  'method-not-allowed': m.script_refused_method_not_allowed,
  'field-not-allowed': m.script_refused_field_not_allowed,
  'allow-origin-missing': m.script_refused_allow_origin_missing,
  'allow-origin-several': m.script_refused_allow_origin_several,
  'allow-origin-other': m.script_refused_allow_origin_other,
  'allow-origin-wildcard-with-credentials': m.script_refused_allow_origin_wildcard_with_credentials,
  'allow-credentials-missing': m.script_refused_allow_credentials_missing,
  'redirect-forbidden': m.script_refused_redirect_forbidden,
  'redirect-with-credentials': m.script_refused_redirect_with_credentials,
  'too-many-redirects': m.script_refused_too_many_redirects,
  'network-failure': m.script_refused_network_failure,
};

/** Why script was refused something, in words; a code from another time stands for itself. */
export function scriptRefusalText({ code, values }: Refused): string {
  const { decision } = values;
  if (code === 'cookie-rejected' && typeof decision === 'string' && isRejectedCode(decision))
    return said(rejectedWords[decision].text, values);
  return isWorded(code) ? said(words[code], values) : code;
}

function isWorded(code: string): code is keyof typeof words {
  return Object.hasOwn(words, code);
}

function isRejectedCode(code: string): code is RejectedCode {
  return Object.hasOwn(rejectedWords, code);
}
