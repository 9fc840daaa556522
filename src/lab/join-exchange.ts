import type { AnyEvent, LogEntry } from './log.ts';
import type { Exchange } from './exchange.ts';

/** The exchange that an event tells of, if it tells of one. */
export function exchangeIdOf(event: AnyEvent): string | null {
  return 'exchangeId' in event ? event.exchangeId : null;
}

/**
 * The exchange as it stands after one more entry about it. `undefined` before its request was sent:
 * without a request there is no exchange.
 */
export function joinExchange(
  exchange: Exchange | undefined,
  entry: LogEntry,
): Exchange | undefined {
  const { event } = entry;
  if (event.type === 'request-sent') return exchange ?? begin(entry, event);
  return exchange && continued(exchange, event, entry.time);
}

function begin(entry: LogEntry, event: Extract<AnyEvent, { type: 'request-sent' }>): Exchange {
  return {
    id: event.exchangeId,
    browserId: event.browserId,
    tabId: event.tabId,
    kind: event.kind,
    cause: event.cause,
    parentId: event.parentId,
    sequence: entry.sequence,
    startedAt: entry.time,
    endedAt: null,
    request: event.request,
    response: null,
    failure: null,
    cookies: event.cookies,
    setCookies: [],
    trace: [],
    sessionChanges: [],
    carried: null,
    timing: null,
    scriptRefusal: null,
  };
}

function continued(exchange: Exchange, event: AnyEvent, time: number): Exchange {
  switch (event.type) {
    case 'response-received':
      return { ...exchange, response: event.response, setCookies: event.setCookies, endedAt: time };
    case 'exchange-failed':
      return { ...exchange, failure: event.failure, endedAt: time };
    case 'script-refused': {
      const { code, rule, values } = event;
      return { ...exchange, scriptRefusal: { code, rule, values } };
    }
    case 'trace':
      return { ...exchange, trace: [...exchange.trace, event.step] };
    case 'session-changed': {
      const { change, record, previous } = event;
      return {
        ...exchange,
        sessionChanges: [...exchange.sessionChanges, { change, record, previous }],
      };
    }
    case 'connected':
      return { ...exchange, timing: event.timing };
    case 'carried': {
      const { carrier, connectionId, requestOctets, responseOctets, tookMs } = event;
      return {
        ...exchange,
        carried: { carrier, connectionId, requestOctets, responseOctets, tookMs },
      };
    }
    default:
      return exchange;
  }
}
