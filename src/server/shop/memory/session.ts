import type { Rule } from '../../../http/rule.ts';
import type { SessionData, SessionRecord } from '../../sessions/session-record.ts';
import {
  endedBy,
  identifierBits,
  newIdentifier,
  newRecord,
  seenAgain,
} from '../../sessions/session-table.ts';
import { cartOf, piecesIn, quantitiesOf, type Cart } from '../cart.ts';
import type { Turn } from '../turn.ts';
import { findUser, type User } from '../users.ts';
import type { Memory, Visitor } from './memory.ts';
import { readCookies } from './read-cookie.ts';
import { deleteCookie, setCookie } from './write-cookie.ts';

const cookieName = 'sid';
const sessionManagement: Rule = { document: 'OWASP-SM' };

/** The server remembers, in a row of its own table; the cookie is only the key to it. */
export const session: Memory = {
  recall: async (turn) => {
    const sid = readCookies(turn, [cookieName]).get(cookieName);
    const record = sid === undefined ? null : lookUp(turn, sid);
    return new SessionVisitor(turn, record === null ? null : touch(turn, record));
  },
};

function lookUp(turn: Turn, sid: string): SessionRecord | null {
  // #marker: look-up
  const record = turn.stores.sessions.get(sid);
  turn.trace.done('session-looked-up', 'server/shop/memory/session.ts#look-up', { sid });
  if (record === undefined) {
    // A strict server never takes an identifier over that it has not made itself.
    turn.trace.refused(
      'session-unknown',
      'server/shop/memory/session.ts#look-up',
      sessionManagement,
      { sid },
    );
    return null;
  }
  return endIfOver(turn, record);
}

function endIfOver(turn: Turn, record: SessionRecord): SessionRecord | null {
  // #marker: time-outs
  const timeout = endedBy(record, turn.now);
  if (timeout === null) {
    turn.trace.done('session-found', 'server/shop/memory/session.ts#look-up', {
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
  turn.trace.refused(code, 'server/shop/memory/session.ts#time-outs', sessionManagement, values);
  turn.trace.sessionChanged('expired', record, record);
  return null;
}

function touch(turn: Turn, record: SessionRecord): SessionRecord {
  // #marker: touch
  const touched = seenAgain(record, turn.now, turn.settings);
  turn.stores.sessions.set(touched.id, touched);
  const minutes = inMinutes(touched.idleExpiresAt - turn.now);
  turn.trace.done('session-touched', 'server/shop/memory/session.ts#touch', { minutes });
  turn.trace.sessionChanged('touched', touched, record);
  return touched;
}

/** Milliseconds in minutes, to a tenth: for reading. */
function inMinutes(ms: number): number {
  return Math.round(ms / 6000) / 10;
}

class SessionVisitor implements Visitor {
  readonly user: User | null;
  readonly cart: Cart;

  constructor(
    private readonly turn: Turn,
    private readonly record: SessionRecord | null,
  ) {
    this.user = findUser(record?.userId ?? '') ?? null;
    this.cart = cartOf(record?.data.cart);
  }

  async rememberCart(cart: Cart): Promise<void> {
    const data = { cart: quantitiesOf(cart) };
    if (this.record === null) this.create(null, data, 'created');
    else this.update(this.record, this.record.userId, data);
  }

  async rememberUser(user: User): Promise<void> {
    const { record } = this;
    // Someone else's cart is nothing to carry over.
    const mine = record !== null && (record.userId === null || record.userId === user.id);
    const data = mine ? record.data : { cart: {} };
    if (record === null) this.create(user.id, data, 'created');
    else if (this.turn.settings.regenerateAtSignIn) this.regenerate(record, user.id, data);
    else this.keepIdentifier(record, user.id, data);
  }

  async forget(): Promise<void> {
    if (this.record !== null) {
      // #marker: delete-row
      this.turn.stores.sessions.delete(this.record.id);
      this.turn.trace.done('session-row-deleted', 'server/shop/memory/session.ts#delete-row', {
        sid: this.record.id,
      });
      this.turn.trace.sessionChanged('deleted', this.record, this.record);
    }
    deleteCookie(this.turn, cookieName);
  }

  private regenerate(record: SessionRecord, userId: string, data: SessionData): void {
    // #marker: drop-identifier
    this.turn.stores.sessions.delete(record.id);
    this.turn.trace.done('session-id-dropped', 'server/shop/memory/session.ts#drop-identifier', {
      sid: record.id,
    });
    this.create(userId, data, 'regenerated');
  }

  /** What a careless shop does: whoever knew the identifier before sign-in is now signed in as well. */
  private keepIdentifier(record: SessionRecord, userId: string, data: SessionData): void {
    // #marker: keep-identifier
    this.turn.trace.done('session-id-kept', 'server/shop/memory/session.ts#keep-identifier', {
      sid: record.id,
    });
    this.update(record, userId, data);
  }

  private create(
    userId: string | null,
    data: SessionData,
    change: 'created' | 'regenerated',
  ): void {
    const { turn } = this;
    // #marker: make-identifier
    const sid = newIdentifier(turn.randomBytes);
    turn.trace.done('session-id-made', 'server/shop/memory/session.ts#make-identifier', {
      sid,
      bits: identifierBits,
    });
    // #marker: write-row
    const record = newRecord(sid, userId, data, turn.now, turn.settings);
    turn.stores.sessions.set(sid, record);
    turn.trace.done('session-row-written', 'server/shop/memory/session.ts#write-row', {
      user: userId ?? '',
      sid,
    });
    turn.trace.sessionChanged(change, record, change === 'regenerated' ? this.record : null);
    setCookie(turn, cookieName, sid);
  }

  private update(previous: SessionRecord, userId: string | null, data: SessionData): void {
    // #marker: update-row
    const record = { ...previous, userId, data };
    this.turn.stores.sessions.set(record.id, record);
    const values = { pieces: piecesIn(cartOf(data.cart)), sid: record.id };
    this.turn.trace.done('session-row-updated', 'server/shop/memory/session.ts#update-row', values);
    this.turn.trace.sessionChanged('updated', record, previous);
  }
}
