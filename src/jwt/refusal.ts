import type { Rule } from '../http/rule.ts';

/** Why a key or a token is not taken: a stable code, and the rule that decided. */
export interface JwtRefusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly rule: Rule;
}

export function refusal<Code extends string>(
  code: Code,
  document: Rule['document'],
  section?: string,
): JwtRefusal<Code> {
  return { ok: false, code, rule: section === undefined ? { document } : { document, section } };
}
