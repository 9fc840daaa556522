import type { Rule } from '../../../http/rule.ts';
import type { SessionRecord } from '../../sessions/session-record.ts';
import { endedBy, newRecord, seenAgain } from '../../sessions/session-table.ts';
import type { Turn } from '../turn.ts';
import { keepsTies } from './session-binding.ts';

const sessionManagement: Rule = { document: 'OWASP-SM' };

/** The row of this identifier, as long as there is one and neither time-out has ended it. */
export function lookUp(turn: Turn, sid: string): SessionRecord | null {
  // #marker: look-up
  const record = turn.stores.sessions.get(sid);
  turn.trace.done('session-looked-up', 'server/shop/memory/session-look-up.ts#look-up', { sid });
  if (record === undefined) {
    // A strict server never takes an identifier over that it has not made itself.
    turn.trace.refused(
      'session-unknown',
      'server/shop/memory/session-look-up.ts#look-up',
      sessionManagement,
      { sid },
    );
    return turn.settings.protection.adoptUnknownSessionIds ? adopt(turn, sid) : null;
  }
  const living = endIfOver(turn, record);
  return living !== null && keepsTies(turn, living) ? living : null;
}

/** A lax server: whoever comes with an identifier of their own choice is given a session under it. */
function adopt(turn: Turn, sid: string): SessionRecord | null {
  // #marker: adopt
  if (!/^[\w-]{1,128}$/.test(sid)) return null;
  const record = newRecord(sid, null, { cart: {} }, turn.now, turn.settings);
  turn.stores.sessions.set(sid, record);
  const source = 'server/shop/memory/session-look-up.ts#adopt';
  turn.trace.careless('careless-session-id-adopted', source, sessionManagement, { sid });
  turn.trace.sessionChanged('created', record, null);
  return record;
}

function endIfOver(turn: Turn, record: SessionRecord): SessionRecord | null {
  // #marker: time-outs
  const timeout = endedBy(record, turn.now);
  if (timeout === null) {
    turn.trace.done('session-found', 'server/shop/memory/session-look-up.ts#look-up', {
      user: record.userId ?? '',
    });
    return record;
  }
  turn.stores.sessions.delete(record.id);
  const limit =
    timeout === 'idle'
      ? record.idleExpiresAt - record.lastSeenAt
      : record.absoluteExpiresAt - record.createdAt;
  const code = timeout === 'idle' ? 'session-idle-expired' : 'session-absolute-expired';
  const values = { sid: record.id, minutes: inMinutes(limit) };
  turn.trace.refused(
    code,
    'server/shop/memory/session-look-up.ts#time-outs',
    sessionManagement,
    values,
  );
  turn.trace.sessionChanged('expired', record, record);
  return null;
}

/** The row seen again: its idle time-out begins anew. */
export function touch(turn: Turn, record: SessionRecord): SessionRecord {
  // #marker: touch
  const touched = seenAgain(record, turn.now, turn.settings);
  turn.stores.sessions.set(touched.id, touched);
  const minutes = inMinutes(touched.idleExpiresAt - turn.now);
  turn.trace.done('session-touched', 'server/shop/memory/session-look-up.ts#touch', { minutes });
  turn.trace.sessionChanged('touched', touched, record);
  return touched;
}

/** Milliseconds in minutes, to a tenth: for reading. */
function inMinutes(ms: number): number {
  return Math.round(ms / 6000) / 10;
}
