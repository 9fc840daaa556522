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
};

const parameters: Readonly<Record<string, () => string>> = {
  alg: m.jwt_header_alg,
  typ: m.jwt_header_typ,
  kid: m.jwt_header_kid,
};

/** What a registered claim means (RFC 7519 §4.1); `null` for one that the two parties agreed upon. */
export function claimText(name: string): string | null {
  return Object.hasOwn(claims, name) ? (claims[name]?.() ?? null) : null;
}

/** What a header parameter means (RFC 7515 §4.1). */
export function headerText(name: string): string | null {
  return Object.hasOwn(parameters, name) ? (parameters[name]?.() ?? null) : null;
}

const numericDates = new Set(['exp', 'nbf', 'iat']);

/** The moment a claim names, in milliseconds: NumericDate counts seconds (RFC 7519 §2). `null`: not a time. */
export function claimTime(name: string, value: unknown): number | null {
  if (!numericDates.has(name) || typeof value !== 'number') return null;
  const time = value * 1000;
  return Math.abs(time) <= 8.64e15 ? time : null;
}
