/** A JSON Web Key (RFC 7517 §4), as it came: nothing in it is certain. */
export interface Jwk {
  readonly kty?: unknown;
  readonly alg?: unknown;
  readonly use?: unknown;
  readonly key_ops?: unknown;
  readonly kid?: unknown;
  readonly crv?: unknown;
  readonly [name: string]: unknown;
}

/** RFC 7517 §5. */
export interface JwkSet {
  readonly keys: readonly Jwk[];
}
