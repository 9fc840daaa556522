import { fieldValue } from '../http/fields.ts';
import type { Field, Fields } from '../http/message.ts';
import { octets } from '../http/octets.ts';
import { isPotentiallyTrustworthy, type PublicSuffixes } from '../http/origin.ts';
import { staysInOrigin } from './cors/response-tainting.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import type { Destination, PlannedRequest } from './planned-request.ts';
import { leavesTls, referrerFor } from './referrer.ts';

export const USER_AGENT = 'Mozilla/5.0 (compatible; RememberMe/1.0)';

const accepted: Readonly<Record<Destination, string>> = {
  iframe: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  script: '*/*',
  document: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  image: 'image/svg+xml,image/*,*/*;q=0.8',
  style: 'text/css,*/*;q=0.1',
  empty: '*/*',
};

export interface BrowserFields {
  readonly acceptLanguage: string;
  /** The jar's `Cookie` field value. */
  readonly cookie: string | null;
  readonly publicSuffixes?: PublicSuffixes;
}

/** All fields of a request but `Host`, in Chromium's order. */
export function requestFields(
  request: PlannedRequest,
  { acceptLanguage, cookie, publicSuffixes }: BrowserFields,
): Fields {
  const { fields: asked, content, method } = request;
  const origin = originFor(request);
  const referrer = referrerFor(request.url, request.referrer);
  const hasContent = content !== '' || isContentMethod(method);
  const optional: readonly (Field | null)[] = [
    hasContent ? ['Content-Length', String(octets(content))] : null,
    request.cause === 'reload' ? ['Cache-Control', 'max-age=0'] : null,
    origin === null ? null : ['Origin', origin],
    ...asked,
    request.mode === 'navigate' ? ['Upgrade-Insecure-Requests', '1'] : null,
    ['User-Agent', USER_AGENT],
    fieldValue(asked, 'Accept') === null ? ['Accept', accepted[request.destination]] : null,
    ...fetchMetadata(request, publicSuffixes),
    referrer === null ? null : ['Referer', referrer],
    fieldValue(asked, 'Accept-Language') === null ? ['Accept-Language', acceptLanguage] : null,
    cookie === null ? null : ['Cookie', cookie],
  ];
  return optional.filter((field) => field !== null);
}

/** Value of `Origin` (Fetch §3.2): for CORS across origins, and for every unsafe method; `null`: no field. */
function originFor(request: PlannedRequest): string | null {
  const { method, mode, origin, url } = request;
  if (mode === 'cors' && !staysInOrigin(request)) return origin;
  if (method === 'GET' || method === 'HEAD') return null;
  // Of a navigation Chromium looks at the schemes alone; a fetch that wants no answer may tell this very machine.
  const isTold = mode === 'no-cors' && isPotentiallyTrustworthy(url);
  return mode !== 'cors' && leavesTls(origin, url) && !isTold ? 'null' : origin;
}

function isContentMethod(method: string): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH';
}
