import type { DocumentPlace } from './document-place.ts';
import type { PlannedRequest } from './planned-request.ts';
import { referrerOf } from './referrer.ts';

type Client = Pick<
  PlannedRequest,
  | 'initiator'
  | 'referrer'
  | 'origin'
  | 'redirectChain'
  | 'topLevelUrl'
  | 'frameAncestors'
  | 'userActivated'
  | 'parentId'
>;

/** What every request has in common that a document makes for itself (Fetch, "client"). */
export function clientOf({ page, ancestors }: DocumentPlace): Client {
  const chain = [...ancestors, page];
  return {
    initiator: page.origin,
    referrer: referrerOf(page),
    origin: page.origin,
    redirectChain: [],
    topLevelUrl: chain[0]?.url ?? page.url,
    frameAncestors: chain.slice(1).map(({ origin }) => origin),
    userActivated: false,
    parentId: page.exchangeId,
  };
}

/** A request for what a document embeds. */
export function resourceRequest(
  url: string,
  destination: 'image' | 'style' | 'script',
  place: DocumentPlace,
): PlannedRequest {
  return {
    url,
    destination,
    method: 'GET',
    fields: [],
    content: '',
    kind: 'subresource',
    cause: 'subresource',
    mode: 'no-cors',
    credentials: 'include',
    ...clientOf(place),
  };
}
