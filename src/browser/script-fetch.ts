import type { HttpResponse } from '../http/message.ts';
import { isSameOrigin } from '../http/origin.ts';
import { checkAddress } from './address.ts';
import { corsCheck } from './cors/cors-check.ts';
import { filteredResponse, opaqueRedirect } from './cors/filtered-response.ts';
import { preflight } from './cors/preflight.ts';
import { taintingOf } from './cors/response-tainting.ts';
import type { DocumentPlace } from './document-place.ts';
import { hasCredentials } from './embedded-credentials.ts';
import { exchange, type Surroundings } from './exchange.ts';
import { fetchRequest } from './fetch-request.ts';
import type { Flight } from './flight.ts';
import { isMixedContent, prohibitsMixedContent } from './mixed-content.ts';
import type { PlannedRequest } from './planned-request.ts';
import { REDIRECT_LIMIT, redirectLocation, redirectTarget, redirectedRequest } from './redirect.ts';
import type {
  ScriptFetchInit,
  ScriptRefusal,
  ScriptResponse,
  ScriptResult,
} from './script-access.ts';
import { fetchRefusal, networkFailure } from './script-refusal.ts';
import { byStrictTransport } from './strict-transport/upgrade.ts';

type RedirectMode = NonNullable<ScriptFetchInit['redirect']>;

/** `fetch` of a document's script, as Chromium follows the Fetch standard (§4.1 to §4.10). */
export async function scriptFetch(
  surroundings: Surroundings,
  place: DocumentPlace,
  reference: string,
  init: ScriptFetchInit,
  flight: Flight,
): Promise<ScriptResult<ScriptResponse>> {
  const { redirect = 'follow' } = init;
  const planned = fetchRequest(place, reference, init, surroundings.reaches);
  if (!planned.ok) return planned;
  let request = planned.value;
  let led: { readonly exchangeId?: string } = {};
  for (;;) {
    const refused = refuseToSend(request, place, redirect);
    if (refused === null) request = byStrictTransport(surroundings, request, flight);
    const unsent =
      refused ??
      (taintingOf(request) === 'cors' ? await preflight(surroundings, request, flight) : null);
    if (unsent !== null) return { ...led, ...unsent };
    const outcome = await exchange(surroundings, request, flight);
    const { exchangeId } = outcome;
    if (!outcome.ok) return networkFailure(request.url, outcome.failure, exchangeId);
    if (flight.aborted) return networkFailure(request.url, 'aborted', exchangeId);
    const { response } = outcome;
    const read = readResponse(request, response, redirect);
    if (!read.ok) return { ...read, exchangeId };
    if (read.value !== null) return { ok: true, value: read.value };
    const next = followed(request, response, exchangeId, surroundings);
    if (!next.ok) return { ...next, exchangeId };
    request = next.value;
    led = { exchangeId };
  }
}

/** What is refused before anything is sent (Fetch §4.1). */
function refuseToSend(
  { url, mode, origin, ...request }: PlannedRequest,
  { page, ancestors }: DocumentPlace,
  redirect: RedirectMode,
): ScriptRefusal | null {
  if (prohibitsMixedContent([...ancestors, page]) && isMixedContent(url))
    return fetchRefusal('mixed-content', '4.1', { url });
  const tainting = taintingOf({ ...request, url, mode, origin });
  if (mode === 'same-origin' && tainting !== 'basic')
    return fetchRefusal('not-same-origin', '4.1', { url, origin });
  if (tainting === 'opaque' && redirect !== 'follow')
    return fetchRefusal('no-cors-redirect', '4.1', { url, redirect });
  return null;
}

/** What script gets to see; `null`: there is a redirect to be followed first. */
function readResponse(
  request: PlannedRequest,
  response: HttpResponse,
  redirect: RedirectMode,
): ScriptResult<ScriptResponse | null> {
  const refused =
    taintingOf(request) === 'cors' ? corsCheck(request, response, request.credentials) : null;
  if (refused !== null) return refused;
  if (redirectLocation(response) === null)
    return { ok: true, value: filteredResponse(request, response) };
  if (redirect === 'error') return fetchRefusal('redirect-forbidden', '4.4', { url: request.url });
  return { ok: true, value: redirect === 'manual' ? opaqueRedirect(request) : null };
}

/** The request by which a redirect is followed (Fetch §4.5). */
function followed(
  request: PlannedRequest,
  response: HttpResponse,
  exchangeId: string,
  { reaches }: Surroundings,
): ScriptResult<PlannedRequest> {
  const location = redirectLocation(response) ?? '';
  const target = checkAddress(redirectTarget(location, request.url) ?? location, reaches);
  const { url } = target;
  if (!target.ok) return fetchRefusal(target.code, '4.5', { url });
  if (request.redirectChain.length >= REDIRECT_LIMIT)
    return fetchRefusal('too-many-redirects', '4.5', { url });
  if (hasCredentials(new URL(url))) return refuseCredentials(request, url);
  return { ok: true, value: redirectedRequest(request, response.status, url, exchangeId) };
}

/** Fetch refuses them across origins, Chromium for everything that a page loads into itself. */
function refuseCredentials({ origin }: PlannedRequest, url: string): ScriptRefusal {
  const refused = fetchRefusal('redirect-with-credentials', '4.5', { url });
  return isSameOrigin(origin, url) ? { ...refused, rule: { document: 'Chromium' } } : refused;
}
