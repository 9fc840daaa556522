import { fieldValue } from '../../http/fields.ts';
import type { HttpResponse } from '../../http/message.ts';

/** Media type of the content in lower case, without parameters; empty where none is named (RFC 9110 §8.3). */
export function mediaTypeOf(response: HttpResponse): string {
  const value = fieldValue(response.fields, 'Content-Type') ?? '';
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}
