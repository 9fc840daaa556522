import { parseCookieString } from '../../cookies/cookie-string.ts';
import { parseSetCookie } from '../../cookies/parse-set-cookie.ts';
import { fieldValue, fieldValues } from '../../http/fields.ts';
import { FORM_MEDIA_TYPE, parseFormContent } from '../../http/form-content.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';

/** Something that opens, read off the line. */
export interface KeyInClear {
  readonly kind: 'cookie' | 'set-cookie' | 'authorization' | 'password' | 'address';
  /** Of the cookie, of the field of the form, of the parameter. */
  readonly name: string;
  readonly value: string;
}

/** Parameters of an address that are keys. */
const keysInAddresses = ['ticket', 'sid'];

/** All keys of an exchange that went without TLS, in the order in which they came by. */
export function keysInClear(
  request: HttpRequest,
  response: HttpResponse | null,
): readonly KeyInClear[] {
  return [
    ...ofAddress(request),
    ...ofFields(request),
    ...ofContent(request),
    ...ofAnswer(response),
  ];
}

function ofAddress({ targetUri }: HttpRequest): readonly KeyInClear[] {
  const { searchParams } = new URL(targetUri);
  return keysInAddresses.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [{ kind: 'address', name, value } as const];
  });
}

function ofFields({ fields }: HttpRequest): readonly KeyInClear[] {
  const authorization = fieldValue(fields, 'Authorization');
  const bearer =
    authorization === null
      ? []
      : [{ kind: 'authorization', name: 'Authorization', value: authorization } as const];
  const cookies = parseCookieString(fieldValue(fields, 'Cookie') ?? '').map(
    ([name, value]) => ({ kind: 'cookie', name, value }) as const,
  );
  return [...bearer, ...cookies];
}

function ofContent({ content, fields }: HttpRequest): readonly KeyInClear[] {
  const [mediaType = ''] = (fieldValue(fields, 'Content-Type') ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== FORM_MEDIA_TYPE) return [];
  return parseFormContent(content)
    .filter(([name]) => /password/i.test(name))
    .map(([name, value]) => ({ kind: 'password', name, value }) as const);
}

function ofAnswer(response: HttpResponse | null): readonly KeyInClear[] {
  return fieldValues(response?.fields ?? [], 'Set-Cookie').flatMap((field) => {
    const parsed = parseSetCookie(field);
    if (!parsed.ok || parsed.text.value === '') return [];
    const { name, value } = parsed.text;
    return [{ kind: 'set-cookie', name, value } as const];
  });
}
