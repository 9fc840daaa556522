import type { Exchange } from '../../lab/exchange.ts';

/** Whether an exchange is a story of its own: not what a page embeds, pictures, style sheets and frames. */
export function isOwnStory({ kind }: Exchange): boolean {
  return kind !== 'subresource' && kind !== 'frame';
}
