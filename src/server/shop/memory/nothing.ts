import type { Memory } from './memory.ts';

/** HTTP as it is: every request is a first meeting. */
export const nothing: Memory = {
  recall: async (turn) => {
    // #marker: recall
    turn.trace.done('nothing-recalled', 'server/shop/memory/nothing.ts#recall', {});
    const letGo = async () => {
      // #marker: let-go
      turn.trace.done('nothing-remembered', 'server/shop/memory/nothing.ts#let-go', {});
    };
    return { user: null, cart: [], rememberCart: letGo, rememberUser: letGo, forget: letGo };
  },
};
