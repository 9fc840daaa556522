import { fieldValue, withoutField } from '../http/fields.ts';
import type { Fields, HttpResponse } from '../http/message.ts';
import { isSameOrigin } from '../http/origin.ts';
import type { PlannedRequest } from './planned-request.ts';
import { referrerFor } from './referrer.ts';

/** More redirects than that in a row are an error (Fetch §4.5; Chromium). */
export const REDIRECT_LIMIT = 20;

const statuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where a response sends the browser, as it stands in `Location`; `null` when it does not. */
export function redirectLocation({ status, fields }: HttpResponse): string | null {
  return statuses.has(status) ? fieldValue(fields, 'Location') : null;
}

/** Absolute redirect target; it inherits the fragment (Fetch, "location URL"). `null`: no valid URL. */
export function redirectTarget(location: string, url: string): string | null {
  const target = URL.parse(location, url);
  if (!target) return null;
  if (target.hash === '') target.hash = new URL(url).hash;
  return target.href;
}

/** The request that follows a redirect (Fetch §4.5, "HTTP-redirect fetch"). */
export function redirectedRequest(
  request: PlannedRequest,
  status: number,
  url: string,
  parentId: string,
): PlannedRequest {
  const becomesGet = changesToGet(status, request.method);
  return {
    ...request,
    url,
    method: becomesGet ? 'GET' : request.method,
    content: becomesGet ? '' : request.content,
    fields: fieldsAfter(request, url, becomesGet),
    cause: 'redirect',
    referrer: referrerFor(request.url, request.referrer),
    origin: originAfter(request, url),
    redirectChain: [...request.redirectChain, request.url],
    parentId,
  };
}

function changesToGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function fieldsAfter(request: PlannedRequest, url: string, becomesGet: boolean): Fields {
  const kept = becomesGet
    ? request.fields.filter(([name]) => !/^content-/i.test(name))
    : request.fields;
  return isSameOrigin(request.url, url) ? kept : withoutField(kept, 'Authorization');
}

/**
 * Who is sent on by a stranger to another stranger has no origin any more (Fetch §4.5); in Chromium, but for
 * CORS, nobody has who is sent on to another origin, be it by his own.
 */
function originAfter({ origin, url, mode }: PlannedRequest, target: string): string {
  if (isSameOrigin(url, target)) return origin;
  return mode === 'cors' && isSameOrigin(origin, url) ? origin : 'null';
}
