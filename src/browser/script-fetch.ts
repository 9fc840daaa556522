import type { Fields, HttpResponse } from '../http/message.ts';
import { NetworkFailure } from '../http/network-failure.ts';
import { originOf } from '../http/origin.ts';
import { checkAddress } from './address.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { followRedirects } from './follow-redirects.ts';
import type { CredentialsMode, PlannedRequest } from './planned-request.ts';
import type { Page } from './tab.ts';

export interface FetchInit {
  readonly method: string;
  readonly fields: Fields;
  readonly content: string;
  readonly credentials: CredentialsMode;
}

/**
 * `fetch` of a page's script: redirects followed, cookies as the credentials mode says. The response is
 * the one on the wire; what of it script may read across origins (CORS) is not decided here.
 * Rejects with a `NetworkFailure`.
 */
export async function scriptFetch(
  surroundings: Surroundings,
  page: Page,
  reference: string,
  init: FetchInit,
  flight: Flight,
): Promise<HttpResponse> {
  const target = checkAddress(
    URL.parse(reference, page.url)?.href ?? reference,
    surroundings.reaches,
  );
  if (!target.ok) throw new NetworkFailure('name-not-resolved', target.code);
  const outcome = await followRedirects(surroundings, fetchRequest(page, target.url, init), flight);
  if (outcome.ok) return outcome.response;
  throw 'failure' in outcome
    ? new NetworkFailure(outcome.failure)
    : new NetworkFailure('connection-refused', outcome.refused);
}

function fetchRequest(
  page: Page,
  url: string,
  { method, fields, content, credentials }: FetchInit,
): PlannedRequest {
  return {
    url,
    method: method.toUpperCase(),
    fields,
    content,
    credentials,
    kind: 'fetch',
    cause: 'fetch',
    destination: 'empty',
    initiator: page.url,
    referrer: page.url,
    origin: originOf(page.url),
    redirectChain: [],
    topLevelUrl: page.url,
    parentId: page.exchangeId,
  };
}
