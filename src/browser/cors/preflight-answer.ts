import { fieldValue } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { CredentialsMode, PlannedRequest } from '../planned-request.ts';
import { redirectLocation } from '../redirect.ts';
import type { ScriptRefusal } from '../script-access.ts';
import { fetchRefusal } from '../script-refusal.ts';
import { accessControlList } from './access-control-list.ts';
import { corsCheck } from './cors-check.ts';
import { isSafelistedMethod } from './safelisted-request.ts';

/** Milliseconds for which an answer holds that says nothing of it, and the most that Chromium believes. */
const DEFAULT_AGE = 5_000;
const AGE_LIMIT = 7_200_000;

/** What a server has allowed by its answer to a preflight (Fetch §4.8). */
export interface PreflightAnswer {
  /** Whether it was given for requests with credentials. */
  readonly credentials: boolean;
  readonly methods: readonly string[];
  /** In lower case. */
  readonly fieldNames: readonly string[];
  /** Milliseconds. */
  readonly maxAge: number;
}

/** Reads the answer, or tells why it allows nothing at all, in Chromium's order. */
export function readPreflightAnswer(
  request: PlannedRequest,
  response: HttpResponse,
): PreflightAnswer | ScriptRefusal {
  const { url, credentials } = request;
  const { status, fields } = response;
  if (redirectLocation(response) !== null)
    return fetchRefusal('preflight-redirected', '4.8', { url, status });
  const refused = corsCheck(request, response, credentials);
  if (refused !== null) return refused;
  if (status < 200 || status > 299) return fetchRefusal('preflight-status', '4.8', { url, status });
  const methods = accessControlList(fields, 'Access-Control-Allow-Methods');
  const names = accessControlList(fields, 'Access-Control-Allow-Headers');
  if (methods === null) return fetchRefusal('allow-methods-unreadable', '4.8', { url });
  if (names === null) return fetchRefusal('allow-headers-unreadable', '4.8', { url });
  return {
    credentials: credentials === 'include',
    methods,
    fieldNames: names.map((name) => name.toLowerCase()),
    maxAge: maxAgeOf(fieldValue(fields, 'Access-Control-Max-Age')),
  };
}

/** Whether that answer allows the request; `null` when it does. Chromium lets `*` stand for Authorization too. */
export function refuseByAnswer(
  { url, method, credentials }: PlannedRequest,
  names: readonly string[],
  answer: PreflightAnswer,
): ScriptRefusal | null {
  const isListed = (list: readonly string[], item: string): boolean =>
    list.includes(item) || (list.includes('*') && wildcardCounts(credentials));
  if (!isSafelistedMethod(method) && !isListed(answer.methods, method)) {
    const allowed = answer.methods.join(', ');
    return fetchRefusal('method-not-allowed', '4.8', { url, method, allowed });
  }
  const name = names.find((one) => !isListed(answer.fieldNames, one));
  if (name === undefined) return null;
  const allowed = answer.fieldNames.join(', ');
  return fetchRefusal('field-not-allowed', '4.8', { url, name, allowed });
}

/** With credentials an asterisk is but a name. */
function wildcardCounts(credentials: CredentialsMode): boolean {
  return credentials !== 'include';
}

function maxAgeOf(value: string | null): number {
  if (value === null || !/^[+-]?\d+$/.test(value)) return DEFAULT_AGE;
  return Math.min(Math.max(Number(value), 0) * 1000, AGE_LIMIT);
}
