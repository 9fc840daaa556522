import { checkAddress } from './address.ts';
import { clientOf } from './document-request.ts';
import type { DocumentPlace } from './document-place.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { followRedirects } from './follow-redirects.ts';
import type { PlannedRequest } from './planned-request.ts';
import type { ScriptFetchInit, ScriptResponse, ScriptResult } from './script-access.ts';
import { refusal } from './script-refusal.ts';

/** `fetch` of a document's script: redirects followed, cookies as the credentials mode says (Fetch §5.6). */
export async function scriptFetch(
  surroundings: Surroundings,
  place: DocumentPlace,
  reference: string,
  init: ScriptFetchInit,
  flight: Flight,
): Promise<ScriptResult<ScriptResponse>> {
  const { page } = place;
  const address = URL.parse(reference, page.url)?.href ?? reference;
  const target = checkAddress(address, surroundings.reaches);
  if (!target.ok)
    return refusal(target.code, 'TypeError', { document: 'Fetch' }, { url: target.url });
  const request = fetchRequest(place, target.url, init);
  const outcome = await followRedirects(surroundings, request, flight);
  if (!outcome.ok) {
    const values = { url: outcome.url };
    return 'failure' in outcome
      ? refusal('network-failure', 'TypeError', { document: 'Fetch' }, values)
      : refusal(outcome.refused, 'TypeError', { document: 'Fetch' }, values);
  }
  const { response, url } = outcome;
  const redirected = url !== target.url;
  return { ok: true, value: { type: 'basic', url, redirected, ...response } };
}

function fetchRequest(
  place: DocumentPlace,
  url: string,
  { method = 'GET', fields = [], content = null, ...modes }: ScriptFetchInit,
): PlannedRequest {
  return {
    url,
    method: method.toUpperCase(),
    fields,
    content: content ?? '',
    credentials: modes.credentials ?? 'same-origin',
    mode: modes.mode ?? 'cors',
    kind: 'fetch',
    cause: 'fetch',
    destination: 'empty',
    ...clientOf(place),
  };
}
