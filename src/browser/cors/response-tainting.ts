import { isSameOrigin } from '../../http/origin.ts';
import type { PlannedRequest } from '../planned-request.ts';

/** How much of the answer script may see (Fetch §2.2.5, "response tainting"). */
export type ResponseTainting = 'basic' | 'cors' | 'opaque';

/** Once a request has left its origin it does not come back to `basic`, wherever redirects lead (Fetch §4.1). */
export function taintingOf(request: PlannedRequest): ResponseTainting {
  if (staysInOrigin(request)) return 'basic';
  return request.mode === 'no-cors' ? 'opaque' : 'cors';
}

/** Whether all that the request has been through is of the origin that asks; the user has none. */
export function staysInOrigin({ initiator, redirectChain, url }: PlannedRequest): boolean {
  return (
    initiator === null ||
    [...redirectChain, url].every((visited) => isSameOrigin(visited, initiator))
  );
}
