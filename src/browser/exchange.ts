import type { CookieJar } from '../cookies/cookie-jar.ts';
import type { Retrieval, SetCookieDecision } from '../cookies/decision.ts';
import { fieldValue, fieldValues } from '../http/fields.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { NetworkFailure, type NetworkFailureCode } from '../http/network-failure.ts';
import type { ReachesHost } from './address.ts';
import type { PreflightCache } from './cors/preflight-cache.ts';
import {
  cookieAccessOf,
  ignoreSetCookie,
  includesCredentials,
  withholdAll,
} from './cookie-access.ts';
import { withoutCredentials } from './embedded-credentials.ts';
import type { ObserveBrowser } from './events.ts';
import type { Flight } from './flight.ts';
import type { Network } from './network.ts';
import type { PlannedRequest } from './planned-request.ts';
import { requestFields } from './request-fields.ts';
import type { StrictTransportHosts } from './strict-transport/known-hosts.ts';
import { withoutFragment } from './tab-history.ts';

/** What an exchange needs of its browser. */
export interface Surroundings {
  readonly browserId: string;
  readonly jar: CookieJar;
  readonly network: Network;
  readonly observe: ObserveBrowser;
  readonly now: () => number;
  readonly nextId: (prefix: string) => string;
  readonly acceptLanguage: () => string;
  readonly reaches: ReachesHost;
  readonly preflights: PreflightCache;
  readonly strictTransport: StrictTransportHosts;
}

export type ExchangeOutcome =
  | { readonly ok: true; readonly exchangeId: string; readonly response: HttpResponse }
  | { readonly ok: false; readonly exchangeId: string; readonly failure: NetworkFailureCode };

/** Sends one request with its cookies, and keeps what the response sets. Follows no redirect. */
export async function exchange(
  surroundings: Surroundings,
  planned: PlannedRequest,
  flight: Flight,
): Promise<ExchangeOutcome> {
  const { browserId, observe, network, nextId } = surroundings;
  const exchangeId = nextId('exchange');
  const { request, cookies } = prepare(surroundings, planned);
  const { kind, cause, parentId } = planned;
  const { tabId } = flight;
  observe({
    type: 'request-sent',
    exchangeId,
    browserId,
    tabId,
    kind,
    cause,
    parentId,
    request,
    cookies,
  });
  try {
    const response = await network(request, {
      exchangeId,
      browserId,
      tabId,
      signal: flight.signal,
    });
    if (flight.forgotten) return { ok: false, exchangeId, failure: 'aborted' };
    receive(surroundings, planned, exchangeId, response);
    return { ok: true, exchangeId, response };
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error;
    if (!flight.forgotten)
      observe({ type: 'exchange-failed', exchangeId, browserId, failure: error.code });
    return { ok: false, exchangeId, failure: error.code };
  }
}

function prepare(
  { jar, now, acceptLanguage }: Surroundings,
  planned: PlannedRequest,
): { request: HttpRequest; cookies: Retrieval } {
  const time = now();
  const retrieved = jar.retrieve(cookieAccessOf(planned, time, jar.publicSuffixes));
  const cookies = includesCredentials(planned) ? retrieved : withholdAll(retrieved);
  jar.touch(cookies, time);
  const { method, content } = planned;
  const fields = requestFields(planned, {
    acceptLanguage: acceptLanguage(),
    cookie: cookies.fieldValue,
    publicSuffixes: jar.publicSuffixes,
  });
  const targetUri = withoutFragment(withoutCredentials(planned.url));
  return { request: { method, targetUri, fields, content }, cookies };
}

/** Set-Cookie counts on every final response, whatever its status (6265bis §5.3). */
function receive(
  { browserId, jar, observe, now, strictTransport }: Surroundings,
  planned: PlannedRequest,
  exchangeId: string,
  response: HttpResponse,
): void {
  const access = cookieAccessOf(planned, now(), jar.publicSuffixes);
  const isHeeded = includesCredentials(planned);
  const setCookies: SetCookieDecision[] = [];
  const evicted = fieldValues(response.fields, 'Set-Cookie').flatMap((value) => {
    const decision = isHeeded ? jar.decide(value, access) : ignoreSetCookie(value);
    setCookies.push(decision);
    return jar.commit(decision);
  });
  observe({ type: 'response-received', exchangeId, browserId, response, setCookies });
  const wish = fieldValue(response.fields, 'Strict-Transport-Security');
  const noted = strictTransport.note(planned.url, wish, now());
  if (noted !== null) observe({ type: 'strict-transport-noted', exchangeId, browserId, ...noted });
  for (const cookie of evicted)
    observe({ type: 'cookie-removed', browserId, cookie, why: 'evicted' });
}
