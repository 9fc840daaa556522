import type { HttpResponse } from '../http/message.ts';
import type { NetworkFailureCode } from '../http/network-failure.ts';
import { checkAddress, type RefusalCode } from './address.ts';
import type { EmbeddingRefusalCode, Gate } from './embedding-rules.ts';
import { exchange, type Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import type { PlannedRequest } from './planned-request.ts';
import { referrerFor } from './referrer.ts';
import { byStrictTransport } from './strict-transport/upgrade.ts';
import { REDIRECT_LIMIT, redirectLocation, redirectTarget, redirectedRequest } from './redirect.ts';

export type FinalOutcome =
  | {
      readonly ok: true;
      readonly exchangeId: string;
      readonly response: HttpResponse;
      /** Where the redirects led, fragment included. */
      readonly url: string;
      /** Value of `Referer` in the last request: what redirects have cut off stays off; `null` for none. */
      readonly referrer: string | null;
      /** Of the last request: a redirect may have made a GET of a POST. */
      readonly method: 'GET' | 'POST';
    }
  | {
      readonly ok: false;
      readonly url: string;
      readonly refused: RefusalCode | EmbeddingRefusalCode | 'too-many-redirects';
    }
  | { readonly ok: false; readonly url: string; readonly failure: NetworkFailureCode };

const open: Gate = (url) => ({ ok: true, url });

/** Makes a request and those that its redirects ask for; each is an exchange of its own, let through by `gate`. */
export async function followRedirects(
  surroundings: Surroundings,
  first: PlannedRequest,
  flight: Flight,
  gate: Gate = open,
): Promise<FinalOutcome> {
  const begun = gate(first.url, false);
  if (!begun.ok) return { ok: false, url: first.url, refused: begun.code };
  let request = { ...first, url: begun.url };
  for (;;) {
    request = byStrictTransport(surroundings, request, flight);
    const { url } = request;
    const outcome = await exchange(surroundings, request, flight);
    if (!outcome.ok) return { ok: false, url, failure: outcome.failure };
    if (flight.aborted) return { ok: false, url, failure: 'aborted' };
    const { exchangeId, response } = outcome;
    const location = redirectLocation(response);
    if (location === null) {
      const referrer = referrerFor(url, request.referrer);
      const method = request.method === 'POST' ? 'POST' : 'GET';
      return { ok: true, exchangeId, response, url, referrer, method };
    }
    const target = checkAddress(redirectTarget(location, url) ?? location, surroundings.reaches);
    if (!target.ok) return { ok: false, url: target.url, refused: target.code };
    if (request.redirectChain.length >= REDIRECT_LIMIT)
      return { ok: false, url: target.url, refused: 'too-many-redirects' };
    const passed = gate(target.url, true);
    if (!passed.ok) return { ok: false, url: target.url, refused: passed.code };
    request = redirectedRequest(request, response.status, passed.url, exchangeId);
  }
}
