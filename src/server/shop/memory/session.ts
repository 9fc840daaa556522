import type { SessionData, SessionRecord } from '../../sessions/session-record.ts';
import { newIdentifier, newRecord } from '../../sessions/session-table.ts';
import { cartOf, piecesIn, quantitiesOf, type Cart } from '../cart.ts';
import { toHexadecimal } from '../../hexadecimal.ts';
import { identifierForm } from '../names/session-identifier.ts';
import type { Turn } from '../turn.ts';
import { findUser, type User } from '../users.ts';
import type { Memory, Visitor } from './memory.ts';
import { tiesOf } from './session-binding.ts';
import { inCookie, type SessionKey } from './session-key.ts';
import { lookUp, touch } from './session-look-up.ts';

/** The server remembers, in a row of its own table; the cookie is only the key to it. */
export const session: Memory = sessionBy(inCookie);

/** A memory of sessions whose key travels in the given way. */
export function sessionBy(key: SessionKey): Memory {
  return {
    recall: async (turn) => {
      const sid = await key.read(turn);
      const record = sid === undefined ? null : lookUp(turn, sid);
      if (record === null) return new SessionVisitor(turn, key, null);
      await key.found(turn, record.id);
      return new SessionVisitor(turn, key, withFormToken(turn, touch(turn, record)));
    },
  };
}

/** The row with a token for its forms, where they need one. */
function withFormToken(turn: Turn, record: SessionRecord): SessionRecord {
  const isNeeded = turn.settings.protection.formToken === 'synchroniser';
  if (!isNeeded || record.formToken !== undefined) return record;
  // #marker: make-form-token
  const made = { ...record, formToken: toHexadecimal(turn.randomBytes(16)) };
  turn.stores.sessions.set(made.id, made);
  const source = 'server/shop/memory/session.ts#make-form-token';
  turn.trace.done('form-token-made', source, { pattern: 'synchroniser' });
  turn.trace.sessionChanged('updated', made, record);
  return made;
}

class SessionVisitor implements Visitor {
  readonly user: User | null;
  readonly cart: Cart;
  readonly sessionName: string | undefined;
  readonly formToken: string | undefined;

  constructor(
    private readonly turn: Turn,
    private readonly key: SessionKey,
    private readonly record: SessionRecord | null,
  ) {
    this.user = findUser(record?.userId ?? '') ?? null;
    this.cart = cartOf(record?.data.cart);
    this.sessionName = record?.id;
    this.formToken = record?.formToken;
  }

  async rememberCart(cart: Cart): Promise<void> {
    const data = { cart: quantitiesOf(cart) };
    if (this.record === null) await this.create(null, data, 'created');
    else this.update(this.record, this.record.userId, data);
  }

  async rememberUser(user: User): Promise<void> {
    const { record } = this;
    // Someone else's cart is nothing to carry over.
    const mine = record !== null && (record.userId === null || record.userId === user.id);
    const data = mine ? record.data : { cart: {} };
    if (record === null) await this.create(user.id, data, 'created');
    else if (this.turn.settings.regenerateAtSignIn) await this.regenerate(record, user.id, data);
    else this.keepIdentifier(record, user.id, data);
  }

  async forget(): Promise<void> {
    if (this.record !== null && !this.turn.settings.protection.endSessionAtSignOut) {
      // #marker: keep-row
      this.turn.trace.careless(
        'careless-session-row-kept',
        'server/shop/memory/session.ts#keep-row',
        { document: 'OWASP-SM' },
        { sid: this.record.id },
      );
    } else if (this.record !== null) {
      // #marker: delete-row
      this.turn.stores.sessions.delete(this.record.id);
      this.turn.trace.done('session-row-deleted', 'server/shop/memory/session.ts#delete-row', {
        sid: this.record.id,
      });
      this.turn.trace.sessionChanged('deleted', this.record, this.record);
    }
    this.key.takeBack(this.turn);
  }

  async forgetEverywhere(): Promise<void> {
    const { turn, record, user } = this;
    // #marker: delete-rows-of-user
    const rows = [...turn.stores.sessions.values()].filter(({ userId }) => userId === user?.id);
    for (const row of rows) turn.stores.sessions.delete(row.id);
    turn.trace.done(
      'session-rows-of-user-deleted',
      'server/shop/memory/session.ts#delete-rows-of-user',
      { user: user?.id ?? '', rows: rows.length },
    );
    for (const row of rows) turn.trace.sessionChanged('deleted', row, row);
    if (record !== null) this.key.takeBack(turn);
  }

  private async regenerate(
    record: SessionRecord,
    userId: string,
    data: SessionData,
  ): Promise<void> {
    // #marker: drop-identifier
    this.turn.stores.sessions.delete(record.id);
    this.turn.trace.done('session-id-dropped', 'server/shop/memory/session.ts#drop-identifier', {
      sid: record.id,
    });
    await this.create(userId, data, 'regenerated');
  }

  /** What a careless shop does: whoever knew the identifier before sign-in is now signed in as well. */
  private keepIdentifier(record: SessionRecord, userId: string, data: SessionData): void {
    // #marker: keep-identifier
    this.turn.trace.done('session-id-kept', 'server/shop/memory/session.ts#keep-identifier', {
      sid: record.id,
    });
    this.update(record, userId, data);
  }

  private async create(
    userId: string | null,
    data: SessionData,
    change: 'created' | 'regenerated',
  ): Promise<void> {
    const { turn } = this;
    // #marker: make-identifier
    const { bits, spell } = identifierForm(turn.settings);
    const isTaken = (id: string) => turn.stores.sessions.has(id);
    const sid = newIdentifier(bits, turn.randomBytes, isTaken, spell);
    turn.trace.done('session-id-made', 'server/shop/memory/session.ts#make-identifier', {
      sid,
      bits,
    });
    // #marker: write-row
    const ties = tiesOf(turn);
    const tied = Object.keys(ties).length > 0 && { ties };
    const record = { ...newRecord(sid, userId, data, turn.now, turn.settings), ...tied };
    turn.stores.sessions.set(sid, record);
    turn.trace.done('session-row-written', 'server/shop/memory/session.ts#write-row', {
      user: userId ?? '',
      sid,
    });
    turn.trace.sessionChanged(change, record, change === 'regenerated' ? this.record : null);
    await this.key.hand(turn, sid);
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
