import type { Exchange } from '../../lab/exchange.ts';
import type { AnyEvent, LogEntry } from '../../lab/log.ts';
import * as m from '../../messages/compiled/messages.js';

/** What was done between two messages, script with cookies or the browser with an address, in a few words. */
export interface BrowserNote {
  readonly text: string;
  readonly refused: boolean;
}

interface Deeds {
  /** Hosts that are visited by TLS alone, though `http:` was asked for. */
  readonly upgraded: ReadonlySet<string>;
  readonly hasRead: boolean;
  /** Names of the cookies, each once. */
  readonly read: ReadonlySet<string>;
  readonly wrote: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
}

const idle: Deeds = {
  upgraded: new Set(),
  hasRead: false,
  read: new Set(),
  wrote: new Set(),
  refused: new Set(),
};

/**
 * What was done, by the id of the exchange that had begun last. Reads the log from its end, and
 * no further than to the first of these exchanges.
 */
export function browserNotes(
  log: readonly LogEntry[],
  exchanges: readonly Pick<Exchange, 'id' | 'sequence'>[],
): ReadonlyMap<string, readonly BrowserNote[]> {
  const deeds = new Map<string, Deeds>();
  const left = exchanges.toSorted((a, b) => a.sequence - b.sequence);
  for (const { sequence, event } of log.toReversed()) {
    while ((left.at(-1)?.sequence ?? 0) > sequence) left.pop();
    const id = left.at(-1)?.id;
    if (id === undefined) break;
    const done = withDeed(deeds.get(id) ?? idle, event);
    if (done !== null) deeds.set(id, done);
  }
  return new Map([...deeds].map(([id, done]) => [id, notesOf(done)]));
}

/** The log is read backward, so that what came first is put first; `null`: it is not told here. */
function withDeed(deeds: Deeds, event: AnyEvent): Deeds | null {
  if (event.type === 'request-upgraded')
    return { ...deeds, upgraded: new Set([event.host, ...deeds.upgraded]) };
  if (event.type === 'script-read-cookies') {
    const names = event.cookies.sent.map(({ cookie }) => cookie.name);
    return { ...deeds, hasRead: true, read: new Set([...names, ...deeds.read]) };
  }
  if (event.type !== 'script-wrote-cookie') return null;
  const { decision } = event;
  return decision.ok
    ? { ...deeds, wrote: new Set([decision.cookie.name, ...deeds.wrote]) }
    : { ...deeds, refused: new Set([decision.name, ...deeds.refused]) };
}

function notesOf({ upgraded, hasRead, read, wrote, refused }: Deeds): readonly BrowserNote[] {
  const list = (names: ReadonlySet<string>): { names: string } => ({
    names: [...names].join(', '),
  });
  const notes: (BrowserNote | false)[] = [
    upgraded.size > 0 && {
      text: m.wire_upgraded({ hosts: [...upgraded].join(', ') }),
      refused: false,
    },
    hasRead && {
      text: read.size > 0 ? m.wire_script_read(list(read)) : m.wire_script_read_none(),
      refused: false,
    },
    wrote.size > 0 && { text: m.wire_script_wrote(list(wrote)), refused: false },
    refused.size > 0 && { text: m.wire_script_refused(list(refused)), refused: true },
  ];
  return notes.filter((note) => note !== false);
}
