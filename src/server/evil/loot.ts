import { fieldValue } from '../../http/fields.ts';
import { octets } from '../../http/octets.ts';
import type { HttpResponse } from '../../http/message.ts';
import { file, noContent } from '../response.ts';
import type { SiteTurn } from '../site-turn.ts';

/** One thing that somebody's browser has brought to the attacker's site. */
export interface Loot {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly collectedAt: number;
  /** The page whose script or picture sent it, as far as `Origin` or `Referer` tells; empty where neither does. */
  readonly from: string;
  /** IP address of the connection. */
  readonly address: string;
  readonly method: string;
  /** What stood behind the question mark, decoded. */
  readonly query: string;
  readonly content: string;
  /** The browser's cookies for the attacker's own site; never those of another. */
  readonly cookies: string;
}

/** More than that is cut off. */
const longest = 20_000;
/** The oldest goes when there is more. */
const most = 200;

/** Anybody's script may send here, and any page may show this as a picture. */
const open = [['Access-Control-Allow-Origin', '*']] as const;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

/** Writes down what came, and answers as little as a picture or a script needs. */
export function collect(turn: SiteTurn): HttpResponse {
  // #marker: collect
  const { loot, now, request, trace } = turn;
  const found = lootOf(turn);
  loot.set(found.id, found);
  const [oldest] = loot.keys();
  if (loot.size > most && oldest !== undefined) loot.delete(oldest);
  trace.done('loot-collected', 'server/evil/loot.ts#collect', {
    from: found.from,
    octets: octets(found.query) + octets(found.content),
  });
  return request.method === 'POST'
    ? noContent({ now, fields: open })
    : file('image/svg+xml', dot, { now, fields: open });
}

function lootOf({ connection, loot, now, request, url }: SiteTurn): Loot {
  const field = (name: string): string => fieldValue(request.fields, name) ?? '';
  const last = [...loot.keys()].at(-1) ?? '0';
  return {
    id: String(Number(last) + 1),
    collectedAt: now,
    from: field('referer') || field('origin'),
    address: connection.remoteAddress,
    method: request.method,
    query: decoded(url.search.slice(1)).slice(0, longest),
    content: request.content.slice(0, longest),
    cookies: field('cookie'),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
