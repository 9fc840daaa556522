import type { Memory } from './memory.ts';

/**
 * The page's script remembers, and shows its tokens to the API. A navigation carries none: to the shop's own
 * pages everybody is a stranger, and what a form sends without the script is lost.
 */
export const accessRefresh: Memory = {
  recall: async (turn) => {
    // #marker: recall
    turn.trace.done('page-without-token', 'server/shop/memory/access-refresh.ts#recall', {});
    const letGo = async () => {
      // #marker: let-go
      turn.trace.done('script-missing', 'server/shop/memory/access-refresh.ts#let-go', {});
    };
    return {
      user: null,
      cart: [],
      knownToScript: true,
      rememberCart: letGo,
      rememberUser: letGo,
      forget: letGo,
    };
  },
};
