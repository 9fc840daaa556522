/** The JOSE header of a JWS (RFC 7515 §4): how the token says it was secured. Never to be trusted. */
export interface JoseHeader {
  readonly alg: string;
  readonly typ?: string;
  readonly kid?: string;
  readonly crit?: unknown;
  readonly [name: string]: unknown;
}

/** `alg` must be there, and must be text (RFC 7515 §4.1.1). */
export function isJoseHeader(value: Readonly<Record<string, unknown>>): value is JoseHeader {
  return typeof value['alg'] === 'string';
}
