import type { RequestKind } from '../../browser/events.ts';
import type { CookieAccess } from '../../cookies/access.ts';
import { sameSiteContextOf } from '../../cookies/same-site-context.ts';
import { fieldValue } from '../../http/fields.ts';
import { isSameOrigin, siteOf, type PublicSuffixes } from '../../http/origin.ts';
import type { RecordedEntry } from './recording.ts';

/**
 * Under which circumstances a request was made, as far as a recording tells: a browser does not write down who
 * asked, and for which page. `basis` says what it was concluded from.
 */
export interface Circumstances {
  readonly kind: RequestKind;
  /** Place, among the entries, of the one whose answer redirected here; `null` where none did. */
  readonly redirectedFrom: number | null;
  /** URL of who asked; `null` for the user, by the address bar or a bookmark. */
  readonly initiator: string | null;
  /** URL of the document at the top; `null` for a navigation of the tab. */
  readonly topLevelUrl: string | null;
  readonly basis: Basis;
}

/** The browser's own `Sec-Fetch-…` fields, the `Referer` or `Origin` field, or only the page to which it belongs. */
export type Basis = 'sec-fetch' | 'referer' | 'page';

/** Stands for a site that is known to be another one, and for nothing else (RFC 2606 §2). */
const SOMEWHERE_ELSE = 'https://another-site.invalid/';

/** So long after an answer that redirects, milliseconds, a request is still taken for what it led to. */
const REDIRECT_TIME = 60_000;

/** The circumstances of each entry; they must be in the order in which they began. */
export function circumstancesOf(entries: readonly RecordedEntry[]): readonly Circumstances[] {
  const expected = new Map<string, number>();
  const tops = new Map<string | null, string>();
  const found: Circumstances[] = [];
  for (const [place, entry] of entries.entries()) {
    const { targetUri } = entry.request;
    const redirectedFrom = redirectTo(entry, expected, entries);
    if (redirectedFrom !== null) expected.delete(targetUri);
    const one = circumstances(entry, redirectedFrom, found, tops.get(entry.pageId) ?? null);
    found.push(one);
    const target = redirectTarget(entry);
    if (target !== null) expected.set(target, place);
    else if (one.kind === 'navigation' && entry.response !== null)
      tops.set(entry.pageId, targetUri);
  }
  return found;
}

/** Where an answer leads; `null` where it does not, or nowhere that there is (RFC 9110 §15.4). */
export function redirectTarget({ request, response }: RecordedEntry): string | null {
  if (response === null || ![301, 302, 303, 307, 308].includes(response.status)) return null;
  const url = URL.parse(fieldValue(response.fields, 'Location') ?? '', request.targetUri);
  if (url === null) return null;
  url.hash = '';
  return url.href;
}

/** What the jar is to be told of a request. */
export function accessOf(
  { request }: RecordedEntry,
  { kind, initiator, topLevelUrl }: Circumstances,
  now: number,
  suffixes: PublicSuffixes,
): CookieAccess {
  const { targetUri: url, method } = request;
  const sameSiteContext = sameSiteContextOf(
    {
      url,
      redirectChain: [],
      initiator,
      method,
      kind: kind === 'frame' ? 'navigation' : kind,
      topLevelUrl,
      userTyped: initiator === null,
    },
    suffixes,
  );
  return {
    url,
    api: 'http',
    sameSiteContext,
    topLevelSite: siteOf(topLevelUrl ?? url, suffixes),
    now,
  };
}

function redirectTo(
  { startedAt, request }: RecordedEntry,
  expected: ReadonlyMap<string, number>,
  entries: readonly RecordedEntry[],
): number | null {
  const place = expected.get(request.targetUri);
  const from = place === undefined ? undefined : entries[place];
  if (place === undefined || from === undefined) return null;
  return startedAt - from.endedAt <= REDIRECT_TIME ? place : null;
}

function circumstances(
  entry: RecordedEntry,
  redirectedFrom: number | null,
  earlier: readonly Circumstances[],
  top: string | null,
): Circumstances {
  const kind = kindOf(entry);
  const before = redirectedFrom === null ? undefined : earlier[redirectedFrom];
  const isNavigation = kind === 'navigation';
  // A redirect changes neither who asked nor for which page.
  if (before !== undefined)
    return {
      ...before,
      kind,
      redirectedFrom,
      topLevelUrl: isNavigation ? null : (before.topLevelUrl ?? top),
    };
  const { initiator, basis } = initiatorOf(entry, isNavigation, top);
  return {
    kind,
    redirectedFrom,
    initiator,
    topLevelUrl: isNavigation ? null : (top ?? initiator ?? entry.request.targetUri),
    basis,
  };
}

function initiatorOf(
  { request, initiator: noted }: RecordedEntry,
  isNavigation: boolean,
  top: string | null,
): { readonly initiator: string | null; readonly basis: Basis } {
  const { fields, targetUri } = request;
  const site = fieldValue(fields, 'Sec-Fetch-Site');
  const named = [fieldValue(fields, 'Referer'), fieldValue(fields, 'Origin'), noted]
    .map((text) => (text === null ? null : URL.parse(text)))
    .find((url) => url !== null && url.origin !== 'null');
  if (site === 'none') return { initiator: null, basis: 'sec-fetch' };
  if (site === 'same-origin' || site === 'same-site')
    return { initiator: named?.href ?? targetUri, basis: 'sec-fetch' };
  if (site === 'cross-site')
    return { initiator: named?.href ?? SOMEWHERE_ELSE, basis: 'sec-fetch' };
  if (named) return { initiator: named.href, basis: 'referer' };
  return { initiator: isNavigation ? null : (top ?? targetUri), basis: 'page' };
}

const fetches = new Set(['xhr', 'fetch', 'eventsource', 'ping', 'beacon', 'websocket']);

function kindOf({ request, resourceType }: RecordedEntry): RequestKind {
  const { fields, method } = request;
  if (method === 'OPTIONS' && fieldValue(fields, 'Access-Control-Request-Method') !== null)
    return 'preflight';
  const destination = fieldValue(fields, 'Sec-Fetch-Dest');
  if (destination === 'document') return 'navigation';
  if (destination === 'iframe' || destination === 'frame') return 'frame';
  if (destination === 'empty' || fetches.has(resourceType)) return 'fetch';
  if (destination !== null) return 'subresource';
  if (resourceType !== '') return resourceType === 'document' ? 'navigation' : 'subresource';
  // Browsers ask for it with documents alone.
  return fieldValue(fields, 'Upgrade-Insecure-Requests') === null ? 'subresource' : 'navigation';
}

/** Whether script asked another origin than its page's: cookies go then only if it said so (Fetch §4.6). */
export function asksAnotherOrigin(
  { request }: RecordedEntry,
  { kind, initiator }: Circumstances,
): boolean {
  return kind === 'fetch' && initiator !== null && !isSameOrigin(initiator, request.targetUri);
}
