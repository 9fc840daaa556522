import { fieldValues } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { CredentialsMode, PlannedRequest } from '../planned-request.ts';
import type { FetchRefusalCode, ScriptRefusal } from '../script-access.ts';
import { fetchRefusal } from '../script-refusal.ts';

/** Whether the server lets that origin read its answer (Fetch §4.10); `null` when it does. */
export function corsCheck(
  { origin, url }: PlannedRequest,
  { fields }: HttpResponse,
  credentials: CredentialsMode,
): ScriptRefusal | null {
  const allowed = fieldValues(fields, 'Access-Control-Allow-Origin');
  const allowOrigin = allowed.join(', ');
  const refuse = (code: FetchRefusalCode, values: Readonly<Record<string, string>> = {}) =>
    fetchRefusal(code, '4.10', { url, origin, ...values });
  if (allowed.length === 0) return refuse('allow-origin-missing');
  if (allowOrigin === '*') {
    return credentials === 'include' ? refuse('allow-origin-wildcard-with-credentials') : null;
  }
  if (allowOrigin !== origin) {
    const code = /[ ,]/.test(allowOrigin) ? 'allow-origin-several' : 'allow-origin-other';
    return refuse(code, { allowOrigin });
  }
  if (credentials !== 'include') return null;
  const allowCredentials = fieldValues(fields, 'Access-Control-Allow-Credentials').join(', ');
  return allowCredentials === 'true'
    ? null
    : refuse('allow-credentials-missing', { allowCredentials });
}
