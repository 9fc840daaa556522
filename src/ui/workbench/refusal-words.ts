import * as m from '../../messages/compiled/messages.js';

/** What a refused key means, and what to do about it; the code itself where it is none of a key. */
export function keyRefusalText(code: string): string {
  return keyWords[code]?.() ?? code;
}

/** Why nothing could be signed. */
export function signRefusalText(code: string): string {
  return (signWords[code] ?? keyWords[code])?.() ?? m.workbench_sign_malformed();
}

export const keyWords: Readonly<Record<string, () => string>> = {
  'key-empty': m.workbench_key_empty,
  'secret-not-base64url': m.workbench_key_secret_not_base64url,
  'pem-is-no-secret': m.workbench_key_pem_is_no_secret,
  'pem-unknown': m.workbench_key_pem_unknown,
  'pem-unreadable': m.workbench_key_pem_unreadable,
  'jwk-unreadable': m.workbench_key_jwk_unreadable,
  'key-unrecognised': m.workbench_key_unrecognised,
  'no-key': m.workbench_key_none,
  'key-not-found': m.workbench_key_not_found,
  'key-ambiguous': m.workbench_key_ambiguous,
  'key-set-mixed': m.workbench_key_set_mixed,
  'key-type-differs': m.workbench_key_type_differs,
  'key-curve-differs': m.workbench_key_curve_differs,
  'key-algorithm-differs': m.workbench_key_algorithm_differs,
  'key-use-differs': m.workbench_key_use_differs,
  'key-operation-differs': m.workbench_key_operation_differs,
  'secret-too-short': m.workbench_key_secret_too_short,
  'key-unreadable': m.workbench_key_unreadable,
  'rsa-key-too-small': m.workbench_key_rsa_too_small,
  'rsa-exponent-weak': m.workbench_key_rsa_exponent_weak,
  'rsa-key-predictable': m.workbench_key_rsa_predictable,
  'webcrypto-unavailable': m.workbench_webcrypto_unavailable,
};

const signWords: Readonly<Record<string, () => string>> = {
  'key-empty': m.workbench_sign_no_key,
  'no-key': m.workbench_sign_no_key,
  'algorithm-missing': m.workbench_sign_algorithm_missing,
  'algorithm-does-not-sign': m.workbench_sign_algorithm_does_not_sign,
  'private-half-missing': m.workbench_sign_private_half_missing,
};
