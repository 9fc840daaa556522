import type { Exchange } from '../../lab/exchange.ts';
import { isOwnStory } from './own-story.ts';

/**
 * The exchange to look at after a click: of the newest page and the redirects that led to it, the one in
 * which something was stored on either side; else the last. Pictures and style sheets are not considered.
 */
export function tellingExchange(exchanges: readonly Exchange[]): Exchange | null {
  const last = exchanges.findLast(isOwnStory);
  if (!last) return null;
  return redirectChain(last, exchanges).find(changedSomething) ?? last;
}

/** The exchange and the redirects before it, oldest first. */
function redirectChain(last: Exchange, exchanges: readonly Exchange[]): readonly Exchange[] {
  const chain = [last];
  let first = last;
  while (first.cause === 'redirect') {
    const before = exchanges.findLast((one) => one.id === first.parentId);
    if (!before) break;
    chain.unshift(before);
    first = before;
  }
  return chain;
}

function changedSomething({ setCookies, sessionChanges }: Exchange): boolean {
  return setCookies.length > 0 || sessionChanges.some(({ change }) => change !== 'touched');
}
