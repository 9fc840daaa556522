import { defaultPath } from './default-path.ts';
import { cookieRule, NO_NOTES, type Noted } from './refusal.ts';

/** The path of a cookie: its `Path` if that begins with a slash, else the default path (6265bis §5.6.4). */
export function pathOf(attribute: string | null, urlPath: string): Noted<string> {
  if (attribute?.startsWith('/') === true) return { meaning: attribute, notes: NO_NOTES };
  const path = defaultPath(urlPath);
  if (attribute === null || attribute === '') return { meaning: path, notes: NO_NOTES };
  return {
    meaning: path,
    notes: [
      { code: 'path-not-absolute', rule: cookieRule('5.6.4'), values: { value: attribute, path } },
    ],
  };
}
