import * as m from '../../messages/compiled/messages.js';

const claims: Readonly<Record<string, () => string>> = {
  iss: m.jwt_claim_iss,
  sub: m.jwt_claim_sub,
  aud: m.jwt_claim_aud,
  exp: m.jwt_claim_exp,
  nbf: m.jwt_claim_nbf,
  iat: m.jwt_claim_iat,
  jti: m.jwt_claim_jti,
  name: m.jwt_claim_name,
  azp: m.jwt_claim_azp,
  nonce: m.jwt_claim_nonce,
  auth_time: m.jwt_claim_auth_time,
  acr: m.jwt_claim_acr,
  amr: m.jwt_claim_amr,
  at_hash: m.jwt_claim_at_hash,
  c_hash: m.jwt_claim_c_hash,
  sid: m.jwt_claim_sid,
  scope: m.jwt_claim_scope,
  client_id: m.jwt_claim_client_id,
  roles: m.jwt_claim_roles,
  groups: m.jwt_claim_groups,
  entitlements: m.jwt_claim_entitlements,
  given_name: m.jwt_claim_given_name,
  family_name: m.jwt_claim_family_name,
  nickname: m.jwt_claim_nickname,
  preferred_username: m.jwt_claim_preferred_username,
  email: m.jwt_claim_email,
  email_verified: m.jwt_claim_email_verified,
  phone_number: m.jwt_claim_phone_number,
  picture: m.jwt_claim_picture,
  locale: m.jwt_claim_locale,
  zoneinfo: m.jwt_claim_zoneinfo,
  updated_at: m.jwt_claim_updated_at,
  cnf: m.jwt_claim_cnf,
  act: m.jwt_claim_act,
};

const parameters: Readonly<Record<string, () => string>> = {
  alg: m.jwt_header_alg,
  typ: m.jwt_header_typ,
  kid: m.jwt_header_kid,
  crit: m.jwt_header_crit,
  enc: m.jwt_header_enc,
  zip: m.jwt_header_zip,
  cty: m.jwt_header_cty,
  jku: m.jwt_header_jku,
  jwk: m.jwt_header_jwk,
  x5u: m.jwt_header_x5u,
  x5c: m.jwt_header_x5c,
  x5t: m.jwt_header_x5t,
  'x5t#S256': m.jwt_header_x5t,
};

/** What a registered or OpenID claim means (RFC 7519 §4.1, IANA's registry); `null` for one that the two parties agreed upon. */
export function claimText(name: string): string | null {
  return Object.hasOwn(claims, name) ? (claims[name]?.() ?? null) : null;
}

/** What a header parameter means (RFC 7515 §4.1). */
export function headerText(name: string): string | null {
  return Object.hasOwn(parameters, name) ? (parameters[name]?.() ?? null) : null;
}

const numericDates = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);

/** The moment a claim names, in milliseconds: NumericDate counts seconds (RFC 7519 §2). `null`: not a time. */
export function claimTime(name: string, value: unknown): number | null {
  if (!numericDates.has(name) || typeof value !== 'number') return null;
  const time = value * 1000;
  return Math.abs(time) <= 8.64e15 ? time : null;
}
