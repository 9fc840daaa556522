import { toHexadecimal } from '../hexadecimal.ts';
import type { Turn } from '../shop/turn.ts';
import type { RefreshChange, RefreshRecord } from './refresh-record.ts';
import { hashOf, newRefreshToken } from './refresh-token.ts';

export interface IssuedRefreshToken {
  readonly token: string;
  readonly record: RefreshRecord;
}

/** The first token of a new family, at sign-in. */
export function beginFamily(turn: Turn, userId: string): IssuedRefreshToken {
  // #marker: begin-family
  const familyId = toHexadecimal(turn.randomBytes(8));
  const absoluteExpiresAt = turn.now + turn.settings.refreshLifetimeSeconds * 1000;
  turn.trace.done('family-begun', 'server/api/refresh-family.ts#begin-family', {
    family: familyId,
    hours: Math.round(turn.settings.refreshLifetimeSeconds / 360) / 10,
  });
  return issue(turn, { familyId, userId, absoluteExpiresAt, parentHash: null });
}

/** The next token of the family in place of this one, which from now on is the mark of a thief. */
export function replace(turn: Turn, record: RefreshRecord): IssuedRefreshToken {
  // #marker: replace
  if (record.replacedAt === null) {
    const replaced = { ...record, replacedAt: turn.now };
    write(turn, replaced, 'replaced');
    const values = { hash: short(record.hash), family: record.familyId };
    turn.trace.done('refresh-token-replaced', 'server/api/refresh-family.ts#replace', values);
  }
  const { familyId, userId, absoluteExpiresAt, hash } = record;
  return issue(turn, { familyId, userId, absoluteExpiresAt, parentHash: hash });
}

/** No token of the family is good for anything any more. */
export function revokeFamily(turn: Turn, familyId: string): void {
  // #marker: revoke-family
  const living = familyOf(turn, familyId).filter(({ revokedAt }) => revokedAt === null);
  for (const record of living) write(turn, { ...record, revokedAt: turn.now }, 'revoked');
  const values = { family: familyId, tokens: living.length };
  turn.trace.done('family-revoked', 'server/api/refresh-family.ts#revoke-family', values);
}

/** Every family of the user: all the places where they are signed in. */
export function familiesOf({ stores }: Pick<Turn, 'stores'>, userId: string): readonly string[] {
  const rows = [...stores.refreshTokens.values()];
  const living = rows.filter((row) => row.userId === userId && row.revokedAt === null);
  return [...new Set(living.map(({ familyId }) => familyId))];
}

/** Tells that a token of this record came, and what that was. */
export function tell(turn: Turn, record: RefreshRecord, change: RefreshChange): void {
  turn.trace.refreshTokenChanged(change, record, null);
}

/** Enough of a hash to tell it from others. */
export function short(hash: string): string {
  return hash.slice(0, 8);
}

type Lineage = Pick<RefreshRecord, 'familyId' | 'userId' | 'absoluteExpiresAt' | 'parentHash'>;

function issue(turn: Turn, lineage: Lineage): IssuedRefreshToken {
  // #marker: issue
  const token = newRefreshToken(turn.randomBytes);
  const hash = hashOf(token);
  const record = { ...lineage, hash, issuedAt: turn.now, replacedAt: null, revokedAt: null };
  turn.stores.refreshTokens.set(hash, record);
  turn.trace.done('refresh-token-made', 'server/api/refresh-family.ts#issue', {
    token,
    hash: short(hash),
  });
  turn.trace.refreshTokenChanged('issued', record, token);
  return { token, record };
}

function write(turn: Turn, record: RefreshRecord, change: RefreshChange): void {
  turn.stores.refreshTokens.set(record.hash, record);
  tell(turn, record, change);
}

function familyOf({ stores }: Pick<Turn, 'stores'>, familyId: string): readonly RefreshRecord[] {
  return [...stores.refreshTokens.values()].filter((record) => record.familyId === familyId);
}
