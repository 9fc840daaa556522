/**
 * One refresh token as the shop keeps it: never the token itself, only its hash, as with a password.
 * Times are milliseconds since the epoch.
 */
export interface RefreshRecord {
  /** SHA-256 of the token, hexadecimal. */
  readonly hash: string;
  /** All refresh tokens that came out of one sign-in. */
  readonly familyId: string;
  /** Hash of the token that this one replaced; `null` for the first of a family. */
  readonly parentHash: string | null;
  readonly userId: string;
  readonly issuedAt: number;
  /** When another one replaced it; `null`: it is the youngest of its line. */
  readonly replacedAt: number | null;
  /** The end of the whole family, however often it is refreshed. */
  readonly absoluteExpiresAt: number;
  readonly revokedAt: number | null;
}

export type RefreshChange =
  | 'issued'
  | 'replaced'
  /** A replaced one came again within the grace period. */
  | 'used-again'
  /** A replaced one came again later: somebody has a copy. */
  | 'reused'
  | 'revoked';
