import type { Rule } from '../../http/rule.ts';
import type { RefreshRecord } from './refresh-record.ts';

export interface RefreshPolicy {
  /** Milliseconds for which a replaced token may come again; 0: strict. */
  readonly graceMs: number;
  /** A replaced token that comes later than that revokes the family. */
  readonly detectReuse: boolean;
}

export type RefreshVerdict =
  | {
      readonly ok: true;
      readonly record: RefreshRecord;
      /** It had been replaced already, but only just. */
      readonly again: boolean;
    }
  | {
      readonly ok: false;
      readonly code: 'unknown' | 'revoked' | 'expired' | 'replaced';
      readonly rule: Rule;
      /** `true`: the whole family is to be revoked. */
      readonly alarm: boolean;
    };

/** Whether a refresh token that has this row is good for another pair of tokens. `now` in milliseconds. */
export function judgeRefresh(
  record: RefreshRecord | undefined,
  now: number,
  { graceMs, detectReuse }: RefreshPolicy,
): RefreshVerdict {
  if (record === undefined) return refused('unknown', invalidGrant);
  if (record.revokedAt !== null) return refused('revoked', invalidGrant);
  if (now >= record.absoluteExpiresAt) return refused('expired', protection);
  if (record.replacedAt === null) return { ok: true, record, again: false };
  if (now - record.replacedAt < graceMs) return { ok: true, record, again: true };
  return refused('replaced', protection, detectReuse);
}

const invalidGrant: Rule = { document: 'RFC6749', section: '5.2' };
/** The server cannot tell the thief from the owner, so neither goes on. */
const protection: Rule = { document: 'RFC9700', section: '4.14.2' };

function refused(
  code: Exclude<RefreshVerdict, { ok: true }>['code'],
  rule: Rule,
  alarm = false,
): RefreshVerdict {
  return { ok: false, code, rule, alarm };
}
