import { isForbiddenField } from '../../browser/forbidden-fields.ts';
import { fieldValue } from '../../http/fields.ts';
import type { HttpRequest } from '../../http/message.ts';

/**
 * The request as a call of `fetch`, for the console of a page. What only the browser itself may write is left
 * out (Fetch §2.2.2): cookies go by `credentials`, not by a field.
 */
export function fetchCall({ method, targetUri, fields, content }: HttpRequest): string {
  const headers = fields.filter((field) => !isForbiddenField(field));
  const referrer = fieldValue(fields, 'Referer');
  const lines = [
    `  method: ${text(method)},`,
    ...(headers.length === 0
      ? []
      : // As pairs, a name may stand twice, and be `__proto__`.
        [
          '  headers: [',
          ...headers.map(([name, value]) => `    [${text(name)}, ${text(value)}],`),
          '  ],',
        ]),
    ...(referrer === null ? [] : [`  referrer: ${text(referrer)},`]),
    ...(mayHaveContent(method) && content !== '' ? [`  body: ${text(content)},`] : []),
    `  credentials: ${text(fieldValue(fields, 'Cookie') === null ? 'omit' : 'include')},`,
  ];
  return `await fetch(${text(targetUri)}, {\n${lines.join('\n')}\n});`;
}

/** `fetch` refuses content with these (Fetch §5.4). */
function mayHaveContent(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** JSON strings are strings of JavaScript too (ECMAScript 2019), half surrogate pairs escaped. */
function text(value: string): string {
  return JSON.stringify(value);
}
