import type { Field } from '../http/message.ts';
import { isForbiddenMethod } from './fetch-method.ts';

const FORBIDDEN: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // No longer in Fetch, but Chromium goes on writing its own.
  'user-agent',
  'via',
]);

/** Some servers take these for the method itself. */
const OVERRIDING: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/** Whether only the browser itself writes such a field (Fetch §2.2.2, "forbidden request-header"). */
export function isForbiddenField([name, value]: Field): boolean {
  const lowered = name.toLowerCase();
  if (OVERRIDING.has(lowered)) return value.split(',').some((one) => isForbiddenMethod(one.trim()));
  return FORBIDDEN.has(lowered) || lowered.startsWith('sec-') || lowered.startsWith('proxy-');
}
