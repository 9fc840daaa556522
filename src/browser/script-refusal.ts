import type { NetworkFailureCode } from '../http/network-failure.ts';
import type { Rule } from '../http/rule.ts';
import type { CookieStoreRefusalCode, FetchRefusalCode, ScriptRefusal } from './script-access.ts';

/** A refusal as script is told of it. */
export function refusal(
  code: ScriptRefusal['code'],
  exception: ScriptRefusal['exception'],
  rule: Rule,
  values: ScriptRefusal['values'] = {},
): ScriptRefusal {
  return { ok: false, code, exception, rule, values };
}

/** `cookieStore` refuses everything with a TypeError. */
export function cookieStoreRefusal(
  code: CookieStoreRefusalCode,
  values: ScriptRefusal['values'] = {},
  rule: Rule = { document: 'CookieStore' },
): ScriptRefusal {
  return refusal(code, 'TypeError', rule, values);
}

/** `fetch` does so too, and script is never told why; the section is one of the Fetch standard. */
export function fetchRefusal(
  code: FetchRefusalCode,
  section: string,
  values: ScriptRefusal['values'] = {},
): ScriptRefusal {
  return refusal(code, 'TypeError', { document: 'Fetch', section }, values);
}

/** No answer came at all. */
export function networkFailure(
  url: string,
  failure: NetworkFailureCode,
  exchangeId: string,
): ScriptRefusal {
  return { ...fetchRefusal('network-failure', '4.7', { url, failure }), exchangeId };
}
