import * as m from '../../messages/compiled/messages.js';
import type { AttackId, DefenceId } from '../../lab/attacks/attack.ts';

export function attackName(id: AttackId): string {
  return attackNames[id]();
}

/** `null`: the shop as it is, with its hole. */
export function defenceName(id: DefenceId | null): string {
  return id === null ? m.matrix_no_defence() : defenceNames[id]();
}

const attackNames: Readonly<Record<AttackId, () => string>> = {
  'xss-cookie': m.matrix_attack_xss_cookie,
  'xss-tokens': m.matrix_attack_xss_tokens,
  'xss-order': m.matrix_attack_xss_order,
  sniffing: m.matrix_attack_sniffing,
  'fixation-by-link': m.matrix_attack_fixation_by_link,
  'fixation-by-sibling': m.matrix_attack_fixation_by_sibling,
  'csrf-form': m.matrix_attack_csrf_form,
  'csrf-picture': m.matrix_attack_csrf_picture,
  'csrf-fetch': m.matrix_attack_csrf_fetch,
  'csrf-sibling': m.matrix_attack_csrf_sibling,
  'guessed-session': m.matrix_attack_guessed_session,
  'replayed-session': m.matrix_attack_replayed_session,
  'replayed-jwt': m.matrix_attack_replayed_jwt,
  'unsigned-jwt': m.matrix_attack_unsigned_jwt,
  'confused-algorithm': m.matrix_attack_confused_algorithm,
  'weak-secret': m.matrix_attack_weak_secret,
  'stolen-refresh-token': m.matrix_attack_stolen_refresh_token,
};

const defenceNames: Readonly<Record<DefenceId, () => string>> = {
  'output-escaping': m.matrix_defence_output_escaping,
  'content-security-policy': m.matrix_defence_content_security_policy,
  'http-only': m.matrix_defence_http_only,
  secure: m.matrix_defence_secure,
  hsts: m.matrix_defence_hsts,
  'same-site-lax': m.matrix_defence_same_site_lax,
  'same-site-strict': m.matrix_defence_same_site_strict,
  'csrf-synchroniser': m.matrix_defence_csrf_synchroniser,
  'csrf-double-submit': m.matrix_defence_csrf_double_submit,
  'csrf-signed-double-submit': m.matrix_defence_csrf_signed_double_submit,
  'origin-check': m.matrix_defence_origin_check,
  'fetch-site-check': m.matrix_defence_fetch_site_check,
  'safe-methods': m.matrix_defence_safe_methods,
  'regenerate-at-sign-in': m.matrix_defence_regenerate_at_sign_in,
  'own-identifiers-only': m.matrix_defence_own_identifiers_only,
  'host-prefix': m.matrix_defence_host_prefix,
  'longer-identifiers': m.matrix_defence_longer_identifiers,
  'bound-to-address': m.matrix_defence_bound_to_address,
  'bound-to-user-agent': m.matrix_defence_bound_to_user_agent,
  'password-again': m.matrix_defence_password_again,
  'short-lives': m.matrix_defence_short_lives,
  'end-on-server': m.matrix_defence_end_on_server,
  'deny-list': m.matrix_defence_deny_list,
  'refresh-rotation': m.matrix_defence_refresh_rotation,
  'careful-verifier': m.matrix_defence_careful_verifier,
};
