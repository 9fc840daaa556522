/**
 * A stored cookie (6265bis §5.7, storage model), as an immutable record.
 * Times are milliseconds since the epoch on the clock that was handed in.
 */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Canonical host name without a leading dot. */
  readonly domain: string;
  readonly path: string;
  /** `null`: a session cookie, which ends when the browser says so. */
  readonly expiryTime: number | null;
  readonly creationTime: number;
  /** Grows with every creation, so that cookies of one millisecond keep their order. */
  readonly creationNumber: number;
  readonly lastAccessTime: number;
  readonly persistent: boolean;
  readonly hostOnly: boolean;
  readonly secureOnly: boolean;
  readonly httpOnly: boolean;
  /** `unspecified`: no (valid) SameSite attribute; enforced as Lax, see `same-site.ts`. */
  readonly sameSite: SameSite;
  /** Key of the partition, which begins with the site at the top; `null` for an ordinary cookie. */
  readonly partitionKey: string | null;
  /** Whom Chromium sends away first when it must make room; absent: medium. */
  readonly priority?: CookiePriority;
}

export type CookiePriority = 'low' | 'medium' | 'high';

export type SameSite = 'strict' | 'lax' | 'none' | 'unspecified';
