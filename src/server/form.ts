import { fieldValue } from '../http/fields.ts';
import { FORM_MEDIA_TYPE, parseFormContent } from '../http/form-content.ts';
import type { HttpRequest } from '../http/message.ts';

/** Characters of content that the servers are willing to read. */
export const contentLimit = 64 * 1024;

export type FormReading =
  | { readonly ok: true; readonly form: URLSearchParams }
  | {
      readonly ok: false;
      readonly code: 'content-too-large' | 'unsupported-media-type';
      readonly status: 413 | 415;
    };

/** The entries of an urlencoded form (HTML, "application/x-www-form-urlencoded"). */
export function readForm(request: HttpRequest): FormReading {
  if (request.content.length > contentLimit)
    return { ok: false, code: 'content-too-large', status: 413 };
  const [mediaType = ''] = (fieldValue(request.fields, 'content-type') ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== FORM_MEDIA_TYPE) {
    return { ok: false, code: 'unsupported-media-type', status: 415 };
  }
  return {
    ok: true,
    form: new URLSearchParams(
      parseFormContent(request.content).map(([name, value]) => [name, value]),
    ),
  };
}
