import { fieldValue } from '../http/fields.ts';
import type { Fields } from '../http/message.ts';
import { checkAddress, type ReachesHost } from './address.ts';
import { isNoCorsSafelisted, isSafelistedMethod } from './cors/safelisted-request.ts';
import { clientOf } from './document-request.ts';
import type { DocumentPlace } from './document-place.ts';
import { hasCredentials } from './embedded-credentials.ts';
import { isForbiddenMethod, isMethod, normalizedMethod } from './fetch-method.ts';
import { isForbiddenField } from './forbidden-fields.ts';
import type { PlannedRequest } from './planned-request.ts';
import type { ScriptFetchInit, ScriptRefusal, ScriptResult } from './script-access.ts';
import { fetchRefusal } from './script-refusal.ts';

/** The request that script asks for, or why there can be none (Fetch §5.4, "new Request"). */
export function fetchRequest(
  place: DocumentPlace,
  reference: string,
  init: ScriptFetchInit,
  reaches: ReachesHost,
): ScriptResult<PlannedRequest> {
  const { method = 'GET', content = null, mode = 'cors', credentials = 'same-origin' } = init;
  const address = URL.parse(reference, place.page.url);
  const refused = refuseAddress(address, reference) ?? refuseMethod(method, mode, content);
  if (refused !== null) return refused;
  const target = checkAddress(address?.href ?? reference, reaches);
  if (!target.ok) return fetchRefusal(target.code, '4.1', { url: target.url });
  const request: PlannedRequest = {
    url: target.url,
    method: normalizedMethod(method),
    fields: allowedFields(init.fields ?? [], mode, content),
    content: content ?? '',
    credentials,
    mode,
    kind: 'fetch',
    cause: 'fetch',
    destination: 'empty',
    ...clientOf(place),
  };
  return { ok: true, value: request };
}

function refuseAddress(address: URL | null, reference: string): ScriptRefusal | null {
  if (address === null) return fetchRefusal('invalid-url', '5.4', { url: reference });
  return hasCredentials(address)
    ? fetchRefusal('url-with-credentials', '5.4', { url: address.href })
    : null;
}

function refuseMethod(
  written: string,
  mode: PlannedRequest['mode'],
  content: string | null,
): ScriptRefusal | null {
  if (!isMethod(written)) return fetchRefusal('invalid-method', '5.4', { method: written });
  if (isForbiddenMethod(written))
    return fetchRefusal('forbidden-method', '5.4', { method: written });
  const method = normalizedMethod(written);
  if (mode === 'no-cors' && !isSafelistedMethod(method))
    return fetchRefusal('no-cors-method', '5.4', { method });
  if (content !== null && (method === 'GET' || method === 'HEAD'))
    return fetchRefusal('get-with-content', '5.4', { method });
  return null;
}

/** What script may not say is left out without a word; a text for content is told of as such (Fetch §5.1, §5.2). */
function allowedFields(
  asked: Fields,
  mode: PlannedRequest['mode'],
  content: string | null,
): Fields {
  const allowed = asked
    .filter((field) => !isForbiddenField(field))
    .filter((field) => mode !== 'no-cors' || isNoCorsSafelisted(field));
  if (content === null || fieldValue(allowed, 'Content-Type') !== null) return allowed;
  return [...allowed, ['Content-Type', 'text/plain;charset=UTF-8']];
}
