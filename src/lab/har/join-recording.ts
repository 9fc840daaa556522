import type { RequestCause } from '../../browser/events.ts';
import type { NetworkFailureCode } from '../../http/network-failure.ts';
import type { ExchangeTiming } from '../../wire/connections/timing.ts';
import type { Exchange } from '../exchange.ts';
import type { Circumstances } from './circumstances.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import type { RecordedEntry } from './recording.ts';
import type { Replayed } from './replay-cookies.ts';

/** The entries and what the jar made of them as exchanges like the lab's own, in their order. */
export function joinRecording(
  entries: readonly RecordedEntry[],
  replayed: readonly Replayed[],
): readonly RecordedExchange[] {
  const documents = new Map<string | null, string>();
  return entries.flatMap((entry, place): RecordedExchange[] => {
    const one = replayed[place];
    if (one === undefined) return [];
    const { circumstances, position, changes, differences } = one;
    const from = circumstances.redirectedFrom;
    const before = from === null ? undefined : entries[from];
    const parentId = before ? idOf(before) : (documents.get(entry.pageId) ?? null);
    if (circumstances.kind === 'navigation') documents.set(entry.pageId, idOf(entry));
    return [
      {
        exchange: exchangeOf(entry, place, one, parentId),
        position,
        changes,
        differences,
        basis: circumstances.basis,
        fromCache: entry.fromCache,
        fromLists: entry.fromLists,
        contentOctets: entry.contentOctets,
      },
    ];
  });
}

function idOf({ index }: RecordedEntry): string {
  return `entry-${String(index + 1)}`;
}

function exchangeOf(
  entry: RecordedEntry,
  sequence: number,
  { circumstances, cookies, setCookies }: Replayed,
  parentId: string | null,
): Exchange {
  const { request, response, startedAt, endedAt } = entry;
  return {
    id: idOf(entry),
    browserId: 'recording',
    tabId: entry.pageId ?? '',
    kind: circumstances.kind,
    cause: causeOf(circumstances),
    parentId,
    sequence,
    startedAt,
    endedAt,
    request,
    response,
    failure: response === null ? failureOf(entry.error) : null,
    cookies,
    setCookies,
    trace: [],
    sessionChanges: [],
    carried: null,
    timing: timingOf(entry),
    scriptRefusal: null,
  };
}

function causeOf({ kind, redirectedFrom, initiator }: Circumstances): RequestCause {
  if (redirectedFrom !== null) return 'redirect';
  if (kind !== 'navigation') return kind;
  return initiator === null ? 'address-bar' : 'link';
}

function failureOf(error: string): NetworkFailureCode {
  if (/NAME_NOT_RESOLVED|UNKNOWN_HOST/i.test(error)) return 'name-not-resolved';
  if (/REFUSED/i.test(error)) return 'connection-refused';
  return error === '' || /ABORTED|BLOCKED/i.test(error) ? 'aborted' : 'connection-lost';
}

/** Only for the version that the connection spoke: with 1.1, which needs no telling, nothing is added to the fields. */
function timingOf({ httpVersion, startedAt, endedAt }: RecordedEntry): ExchangeTiming | null {
  if (httpVersion === '1.1') return null;
  return {
    connectionId: '',
    httpVersion,
    reused: false,
    startedAt,
    endedAt,
    phases: [],
    refused: false,
  };
}
