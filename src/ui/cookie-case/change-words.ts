import type { ChangeCode } from '../../lab/cookie-case/change/change.ts';
import type { Remedy } from '../../lab/cookie-case/change/smallest-change.ts';
import * as m from '../../messages/compiled/messages.js';

const words: Readonly<Record<ChangeCode, (values: never) => string>> = {
  'add-secure': m.cookie_case_change_add_secure,
  'remove-secure': m.cookie_case_change_remove_secure,
  'remove-domain': m.cookie_case_change_remove_domain,
  'widen-domain': m.cookie_case_change_widen_domain,
  'path-root': m.cookie_case_change_path_root,
  'same-site-lax': m.cookie_case_change_same_site_lax,
  'same-site-none': m.cookie_case_change_same_site_none,
  'add-partitioned': m.cookie_case_change_add_partitioned,
  'remove-partitioned': m.cookie_case_change_remove_partitioned,
  'add-http-only': m.cookie_case_change_add_http_only,
  'drop-prefix': m.cookie_case_change_drop_prefix,
  'session-cookie': m.cookie_case_change_session_cookie,
  'max-age': m.cookie_case_change_max_age,
  'expires-in-utc': m.cookie_case_change_expires_in_utc,
  'strip-control-characters': m.cookie_case_change_strip_control_characters,
  'keep-on-server': m.cookie_case_change_keep_on_server,
  'match-scope': m.cookie_case_change_match_scope,
  'include-credentials': m.cookie_case_change_include_credentials,
  'one-host-name': m.cookie_case_change_one_host_name,
  'ask-the-setter': m.cookie_case_change_ask_the_setter,
  'set-on-visit': m.cookie_case_change_set_on_visit,
  'set-in-place': m.cookie_case_change_set_in_place,
  'use-tls': m.cookie_case_change_use_tls,
  'same-site-host': m.cookie_case_change_same_site_host,
  'own-domain': m.cookie_case_change_own_domain,
  proxy: m.cookie_case_change_proxy,
  'allow-third-party': m.cookie_case_change_allow_third_party,
};

type SaidChange = Remedy['changes'][number];

export function changeText({ code, values }: SaidChange): string {
  return words[code](values as never);
}
