import type { Field, Fields } from '../../http/message.ts';
import { octets } from '../../http/octets.ts';

const SAFELISTED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** What one value may take, and all safelisted ones together, in octets (Fetch §2.2.2). */
const VALUE_LIMIT = 128;
const TOTAL_LIMIT = 1024;

/** Content types that a form could have (Fetch §2.2.2). */
const FORM_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/** Control characters but HTAB, and what would end a token: "CORS-unsafe request-header bytes". */
// The range is what the rule names.
const unsafe = /[^\t\x20-\x7e\x80-\u{10ffff}]|["():<>?@[\\\]{}]/u;
const language = /^[0-9A-Za-z *,\-.;=]*$/;
const whole = /^\d+$/;
const decimal = /^\d+(?:\.\d+)?$/;

/** Fields by which script may say more without a preflight, if the value is such a one; the hints are Chromium's. */
const SAFE_VALUES: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['accept', (value: string) => !unsafe.test(value)],
  ['accept-language', (value: string) => language.test(value)],
  ['content-language', (value: string) => language.test(value)],
  ['content-type', isFormType],
  ['range', isSimpleRange],
  ['device-memory', (value: string) => decimal.test(value)],
  ['downlink', (value: string) => decimal.test(value)],
  ['dpr', (value: string) => decimal.test(value)],
  ['ect', (value: string) => /^(?:slow-2g|2g|3g|4g)$/.test(value)],
  ['rtt', (value: string) => whole.test(value)],
  ['save-data', (value: string) => value.toLowerCase() === 'on'],
  ['viewport-width', (value: string) => whole.test(value)],
  ['width', (value: string) => whole.test(value)],
]);

/** Fields that script may set without CORS, if their values are safe (Fetch §2.2.2). */
const NO_CORS_NAMES: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
]);

/** Whether a form could have used it: "CORS-safelisted method" (Fetch §2.2.1). */
export function isSafelistedMethod(method: string): boolean {
  return SAFELISTED_METHODS.has(method);
}

/** Names of the fields for which the server must be asked first, in lower case, sorted (Fetch §2.2.2). */
export function unsafeFieldNames(fields: Fields): readonly string[] {
  const safe = fields.filter(isSafelisted);
  const size = safe.reduce((sum, [, value]) => sum + octets(value), 0);
  const asked = size > TOTAL_LIMIT ? fields : fields.filter((field) => !isSafelisted(field));
  return [...new Set(asked.map(([name]) => name.toLowerCase()))].sort();
}

/** Whether script may set the field without CORS: "no-CORS-safelisted request-header" (Fetch §2.2.2). */
export function isNoCorsSafelisted(field: Field): boolean {
  return NO_CORS_NAMES.has(field[0].toLowerCase()) && isSafelisted(field);
}

function isSafelisted([name, value]: Field): boolean {
  const isSafe = SAFE_VALUES.get(name.toLowerCase());
  return isSafe !== undefined && octets(value) <= VALUE_LIMIT && isSafe(value);
}

function isFormType(value: string): boolean {
  const [essence = ''] = value.split(';');
  return !unsafe.test(value) && FORM_TYPES.has(essence.trim().toLowerCase());
}

/** From a first octet on, to a last one or to the end; not the last few. */
function isSimpleRange(value: string): boolean {
  const range = /^bytes=(\d+)-(\d*)$/.exec(value);
  if (range === null) return false;
  const [, first = '', last = ''] = range;
  return last === '' || Number(first) <= Number(last);
}
