import type { Rule } from '../http/rule.ts';
import type { CookieStoreRefusalCode, ScriptRefusal } from './script-access.ts';

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
