import type { HttpVersion } from '../../http/http-version.ts';
import { requestText, responseText } from '../../http/wire-text.ts';
import type { Exchange } from '../../lab/exchange.ts';
import { askingToStay } from '../../wire/connections/connection-fields.ts';

/** The version that the exchange's connection spoke. */
export function versionOf({ timing }: Exchange): HttpVersion {
  return timing?.httpVersion ?? '1.1';
}

/** The request as it left the browser, with what it says of the connection. */
export function requestOnWire(exchange: Exchange): string {
  const { request, timing } = exchange;
  const asking = timing === null ? [] : askingToStay(timing);
  return requestText({ ...request, fields: [...asking, ...request.fields] }, versionOf(exchange));
}

/** The response as the server sent it; `null` where none came. */
export function responseOnWire(exchange: Exchange): string | null {
  return exchange.response && responseText(exchange.response, versionOf(exchange));
}
