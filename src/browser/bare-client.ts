import type { Retrieval } from '../cookies/decision.ts';
import { fieldValues } from '../http/fields.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { NetworkFailure } from '../http/network-failure.ts';
import { ignoreSetCookie } from './cookie-access.ts';
import type { ObserveBrowser } from './events.ts';
import type { Network } from './network.ts';

/** What a client without a window needs of the world. */
export interface BareClientOptions {
  /** The name under which its requests are told of. */
  readonly clientId: string;
  readonly network: Network;
  readonly observe: ObserveBrowser;
  readonly nextId: (prefix: string) => string;
  readonly acceptLanguage: () => string;
}

export const BARE_USER_AGENT = 'curl/8.5.0';

/** There is no jar: nothing is sent, and nothing is kept. */
const noCookies: Retrieval = { sent: [], withheld: [], fieldValue: null };

/**
 * A program that speaks HTTP and shows what came, as curl does: it keeps no cookies, follows no redirects,
 * and loads none of what a page names. `null` where no response arrived.
 */
export async function askBarely(
  targetUri: string,
  { clientId, network, observe, nextId, acceptLanguage }: BareClientOptions,
): Promise<HttpResponse | null> {
  const exchangeId = nextId('exchange');
  const request = bareRequest(targetUri, acceptLanguage());
  const told = { exchangeId, browserId: clientId } as const;
  observe({
    type: 'request-sent',
    ...told,
    tabId: clientId,
    kind: 'navigation',
    cause: 'address-bar',
    parentId: null,
    request,
    cookies: noCookies,
  });
  try {
    const response = await network(request, { ...told, tabId: clientId });
    const setCookies = fieldValues(response.fields, 'Set-Cookie').map(ignoreSetCookie);
    observe({ type: 'response-received', ...told, response, setCookies });
    return response;
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error;
    observe({ type: 'exchange-failed', ...told, failure: error.code });
    return null;
  }
}

function bareRequest(targetUri: string, language: string): HttpRequest {
  return {
    method: 'GET',
    targetUri,
    fields: [
      ['User-Agent', BARE_USER_AGENT],
      ['Accept', '*/*'],
      ['Accept-Language', language],
    ],
    content: '',
  };
}
