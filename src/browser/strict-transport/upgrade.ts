import type { Surroundings } from '../exchange.ts';
import type { Flight } from '../flight.ts';
import { byTls } from '../mixed-content.ts';
import type { PlannedRequest } from '../planned-request.ts';

const rule = { document: 'RFC6797', section: '8.3' } as const;

/** The request as it leaves: by TLS, where the browser knows that the host wants nothing else (RFC 6797 §8.3). */
export function byStrictTransport(
  { browserId, now, observe, strictTransport }: Surroundings,
  request: PlannedRequest,
  { tabId }: Pick<Flight, 'tabId'>,
): PlannedRequest {
  const { hostname, protocol } = new URL(request.url);
  const entry = protocol === 'http:' ? strictTransport.find(hostname, now()) : null;
  if (entry === null) return request;
  const { host } = entry;
  observe({ type: 'request-upgraded', browserId, tabId, url: request.url, host, rule });
  return { ...request, url: byTls(request.url) };
}
