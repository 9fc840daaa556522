import { toHexadecimal } from '../hexadecimal.ts';
import type { SessionData, SessionRecord } from './session-record.ts';

export interface SessionLimits {
  readonly idleTimeoutSeconds: number;
  readonly absoluteTimeoutSeconds: number;
}

/**
 * An identifier of so many random bits, in whole octets. 128 bits no one guesses (OWASP-SM; ASVS 7.2.3);
 * one that is taken already, as happens where bits are few, is drawn again with eight more.
 */
export function newIdentifier(
  bits: number,
  randomBytes: (count: number) => Uint8Array,
  taken: (id: string) => boolean,
  spell: (bytes: Uint8Array) => string = toHexadecimal,
): string {
  const id = spell(randomBytes(Math.ceil(bits / 8)));
  return taken(id) ? newIdentifier(bits + 8, randomBytes, taken, spell) : id;
}

/** A fresh row. Both time-outs start at `now`, milliseconds. */
export function newRecord(
  id: string,
  userId: string | null,
  data: SessionData,
  now: number,
  limits: SessionLimits,
): SessionRecord {
  const absoluteExpiresAt = now + limits.absoluteTimeoutSeconds * 1000;
  return {
    id,
    userId,
    data,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: Math.min(now + limits.idleTimeoutSeconds * 1000, absoluteExpiresAt),
    absoluteExpiresAt,
  };
}

/** The row after its guest was seen again: the idle time-out begins anew, the absolute one does not. */
export function seenAgain(
  record: SessionRecord,
  now: number,
  limits: SessionLimits,
): SessionRecord {
  const idleExpiresAt = Math.min(now + limits.idleTimeoutSeconds * 1000, record.absoluteExpiresAt);
  return { ...record, lastSeenAt: now, idleExpiresAt };
}

/** Which of the two time-outs has ended this session, if one has (OWASP-SM, "Session Expiration"). */
export function endedBy(record: SessionRecord, now: number): 'idle' | 'absolute' | null {
  if (now >= record.absoluteExpiresAt) return 'absolute';
  return now >= record.idleExpiresAt ? 'idle' : null;
}
