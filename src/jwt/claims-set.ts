/**
 * The payload of a JWT: a JSON object (RFC 7519 §4). All claims are optional, and a stranger's token may
 * hold anything under any name; hence `unknown`, until `validateClaims` has looked.
 */
export interface ClaimsSet {
  readonly iss?: unknown;
  readonly sub?: unknown;
  readonly aud?: unknown;
  /** NumericDate: seconds since the epoch (RFC 7519 §2). */
  readonly exp?: unknown;
  readonly nbf?: unknown;
  readonly iat?: unknown;
  readonly jti?: unknown;
  readonly [name: string]: unknown;
}
