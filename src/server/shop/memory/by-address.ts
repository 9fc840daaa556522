import { cartOf, piecesIn, quantitiesOf } from '../cart.ts';
import type { GuestRecord } from '../stores.ts';
import type { Turn } from '../turn.ts';
import { findUser } from '../users.ts';
import type { Memory } from './memory.ts';

/**
 * Everybody's first idea: who asks from the same address is the same guest. Two guests behind one router are
 * one to it, and one guest who changes networks is two (RFC 9110 §3.3: a connection is not an identity).
 */
export const byAddress: Memory = {
  recall: async (turn) => {
    const record = lookUp(turn);
    const user = findUser(record?.userId ?? '') ?? null;
    const cart = cartOf(record?.cart);
    return {
      user,
      cart,
      rememberCart: async (changed) => {
        write(turn, { userId: user?.id ?? null, cart: quantitiesOf(changed) });
      },
      rememberUser: async ({ id }) => {
        // Someone else's cart is nothing to carry over.
        const mine = user === null || user.id === id;
        write(turn, { userId: id, cart: quantitiesOf(mine ? cart : []) });
      },
      forget: async () => {
        forget(turn);
      },
    };
  },
};

function lookUp(turn: Turn): GuestRecord | undefined {
  // #marker: look-up
  const { remoteAddress: address } = turn.connection;
  const record = turn.stores.guests.get(address);
  turn.trace.done('address-looked-up', 'server/shop/memory/by-address.ts#look-up', { address });
  if (record === undefined) {
    turn.trace.done('address-unknown', 'server/shop/memory/by-address.ts#look-up', { address });
    return undefined;
  }
  turn.trace.done('address-believed', 'server/shop/memory/by-address.ts#look-up', {
    user: record.userId ?? '',
  });
  const seen = { ...record, lastSeenAt: turn.now };
  turn.stores.guests.set(address, seen);
  return seen;
}

function write(turn: Turn, known: Pick<GuestRecord, 'userId' | 'cart'>): void {
  // #marker: write-row
  const { remoteAddress: address } = turn.connection;
  turn.stores.guests.set(address, { address, ...known, lastSeenAt: turn.now });
  turn.trace.done('address-row-written', 'server/shop/memory/by-address.ts#write-row', {
    address,
    user: known.userId ?? '',
    pieces: piecesIn(cartOf(known.cart)),
  });
}

function forget(turn: Turn): void {
  // #marker: delete-row
  const { remoteAddress: address } = turn.connection;
  turn.stores.guests.delete(address);
  turn.trace.done('address-row-deleted', 'server/shop/memory/by-address.ts#delete-row', {
    address,
  });
}
