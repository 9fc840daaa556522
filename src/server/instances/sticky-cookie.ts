import { parseCookieString } from '../../cookies/cookie-string.ts';
import { fieldValue } from '../../http/fields.ts';
import type { Field, HttpRequest } from '../../http/message.ts';
import { setCookieField } from '../set-cookie-field.ts';

/** The load balancer's own cookie: it names a machine, never a person. */
const name = 'lb';

/** The instance that the request's cookie names. */
export function stuckInstance(request: HttpRequest): string | undefined {
  const field = fieldValue(request.fields, 'cookie');
  if (field === null) return undefined;
  return parseCookieString(field).find(([candidate]) => candidate === name)?.[1];
}

/** Has the browser come back to this instance. */
export function stickTo(instance: string): Field {
  return setCookieField(name, instance, {
    httpOnly: true,
    secure: false,
    sameSite: 'lax',
    maxAgeSeconds: null,
    path: '/',
    domain: null,
  });
}
