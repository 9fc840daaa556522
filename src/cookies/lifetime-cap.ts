const DAY = 24 * 60 * 60 * 1000;

/** Days that a cookie lives at most, whatever it asks for (6265bis §5.5). */
export const LIFETIME_LIMIT_DAYS = 400;

/** The expiry (milliseconds since the epoch), but no later than 400 days from now. */
export function capLifetime(expiryTime: number, now: number): number {
  return Math.min(expiryTime, now + LIFETIME_LIMIT_DAYS * DAY);
}
