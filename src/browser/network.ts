import type { HttpRequest, HttpResponse } from '../http/message.ts';

/** Who sends, so that all rooms' events about one exchange can be joined. */
export interface ExchangeContext {
  readonly exchangeId: string;
  readonly browserId: string;
  readonly tabId: string;
  readonly signal?: AbortSignal;
}

/**
 * All that a browser knows of the world outside: it hands over a request and gets a response.
 * Rejects with a `NetworkFailure` where none arrives.
 */
export type Network = (request: HttpRequest, context: ExchangeContext) => Promise<HttpResponse>;
