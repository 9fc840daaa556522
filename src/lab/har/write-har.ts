import { fieldValue } from '../../http/fields.ts';
import { isMultiplexed, type HttpVersion } from '../../http/http-version.ts';
import type { Fields } from '../../http/message.ts';
import type { NetworkFailureCode } from '../../http/network-failure.ts';
import { octets } from '../../http/octets.ts';
import { reasonPhrase } from '../../http/reason-phrase.ts';
import { requestText, responseText } from '../../http/wire-text.ts';
import { askingToStay } from '../../wire/connections/connection-fields.ts';
import type { Exchange } from '../exchange.ts';
import type { LogEntry } from '../log.ts';
import { cookiesSent, cookiesSet } from './har-cookies.ts';
import { pagesOf } from './har-pages.ts';
import { harTimings, totalTime } from './har-timings.ts';
import { harVersion, type Har, type HarEntry, type HarNamed } from './har.ts';

export interface Recorded {
  /** Those of one browser: a recording has one cookie jar. Oldest first. */
  readonly exchanges: readonly Exchange[];
  /** In which stand the titles of the pages. */
  readonly log: readonly LogEntry[];
  readonly creator: { readonly name: string; readonly version: string };
}

/** The recording that a real browser would have made of those exchanges; what has not ended is left out. */
export function writeHar({ exchanges, log, creator }: Recorded): Har {
  const { pages, pageOf } = pagesOf(exchanges, log);
  const entries = exchanges
    .filter(({ response, failure }) => response !== null || failure !== null)
    .map((exchange) => entryOf(exchange, pageOf.get(exchange.id)));
  return { log: { version: '1.2', creator, pages, entries } };
}

function entryOf(exchange: Exchange, pageref: string | undefined): HarEntry {
  const { timing, startedAt, endedAt, failure } = exchange;
  const timings = harTimings(timing, (endedAt ?? startedAt) - startedAt);
  return {
    ...(pageref !== undefined && { pageref }),
    startedDateTime: new Date(timing?.startedAt ?? startedAt).toISOString(),
    time: totalTime(timings),
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings,
    ...(timing !== null && { connection: timing.connectionId }),
    _resourceType: resourceType(exchange),
    ...(failure !== null && { _error: errors[failure] }),
  };
}

function requestOf(exchange: Exchange): HarEntry['request'] {
  const { request, timing } = exchange;
  const version = versionOf(exchange);
  const asking = timing === null ? [] : askingToStay(timing);
  const fields = withHost([...asking, ...request.fields], request.targetUri, version);
  const { method, targetUri, content } = request;
  const bodySize = octets(content);
  return {
    method,
    url: targetUri,
    httpVersion: harVersion(version),
    cookies: cookiesSent(fields),
    headers: named(fields),
    queryString: named([...new URL(targetUri).searchParams]),
    ...(content !== '' && {
      postData: { mimeType: fieldValue(fields, 'Content-Type') ?? '', text: content },
    }),
    headersSize: octets(requestText({ ...request, fields }, version)) - bodySize,
    bodySize,
  };
}

/** An answer that never came has the status 0, as in Chromium's recordings. */
function responseOf(exchange: Exchange): HarEntry['response'] {
  const { response, startedAt, timing } = exchange;
  if (response === null) return noResponse;
  const endedAt = timing?.endedAt ?? exchange.endedAt ?? startedAt;
  const version = versionOf(exchange);
  const { status, fields, content } = response;
  const size = octets(content);
  return {
    status,
    statusText: isMultiplexed(version) ? '' : reasonPhrase(status),
    httpVersion: harVersion(version),
    cookies: cookiesSet(fields, endedAt),
    headers: named(fields),
    content: { size, mimeType: fieldValue(fields, 'Content-Type') ?? '', text: content },
    redirectURL: fieldValue(fields, 'Location') ?? '',
    headersSize: octets(responseText(response, version)) - size,
    bodySize: size,
  };
}

const noResponse: HarEntry['response'] = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown', text: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

const errors: Readonly<Record<NetworkFailureCode, string>> = {
  aborted: 'net::ERR_ABORTED',
  'connection-refused': 'net::ERR_CONNECTION_REFUSED',
  'connection-lost': 'net::ERR_CONNECTION_CLOSED',
  'name-not-resolved': 'net::ERR_NAME_NOT_RESOLVED',
};

function versionOf({ timing }: Exchange): HttpVersion {
  return timing?.httpVersion ?? '1.1';
}

/** HTTP/1.x names the host in a field, which comes first; later versions do not (RFC 9112 §3.2, RFC 9113 §8.3.1). */
function withHost(fields: Fields, targetUri: string, version: HttpVersion): Fields {
  if (isMultiplexed(version) || fieldValue(fields, 'Host') !== null) return fields;
  return [['Host', new URL(targetUri).host], ...fields];
}

function named(pairs: readonly (readonly [string, string])[]): HarNamed[] {
  return pairs.map(([name, value]) => ({ name, value }));
}

const destinations: Readonly<Record<string, string>> = {
  image: 'image',
  style: 'stylesheet',
  script: 'script',
};

function resourceType({ kind, request }: Exchange): string {
  if (kind === 'navigation' || kind === 'frame') return 'document';
  if (kind === 'fetch' || kind === 'preflight') return kind;
  return destinations[fieldValue(request.fields, 'Sec-Fetch-Dest') ?? ''] ?? 'other';
}
