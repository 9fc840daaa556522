/**
 * One row of the session table. Times are milliseconds since the epoch on the clock handed in.
 */
export interface SessionRecord {
  /** Random bits, 128 unless set otherwise, in hexadecimal; means nothing in itself (OWASP-SM, ASVS 7.2.3). */
  readonly id: string;
  /** `null` before anyone has signed in. */
  readonly userId: string | null;
  readonly data: SessionData;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** Refused from this moment on unless seen before it. */
  readonly idleExpiresAt: number;
  /** Refused from this moment on, however busy it is. */
  readonly absoluteExpiresAt: number;
  /** What the forms of this session's pages carry, where the shop asks for it. */
  readonly formToken?: string;
  /** What else than its identifier the session is known by. */
  readonly ties?: SessionTies;
}

export interface SessionTies {
  /** IP address of the connection on which it began. */
  readonly address?: string;
  /** Value of `User-Agent`. */
  readonly userAgent?: string;
}

export interface SessionData {
  /** Product id to number of pieces. */
  readonly cart: Readonly<Record<string, number>>;
}
