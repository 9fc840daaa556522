import type { Rule } from '../../http/rule.ts';

export const stepIds = [
  'split',
  'base64url',
  'utf-8',
  'json',
  'header',
  'crit',
  'algorithm',
  'embedded-key',
  'key',
  'signature',
  'typ',
  'exp',
  'nbf',
  'iat',
  'iss',
  'aud',
] as const;

export type StepId = (typeof stepIds)[number];

export type StepVerdict = 'passed' | 'failed' | 'skipped' | 'not-checked' | 'warned';

/** One step of a verification: what was looked at, what was found, and by which rule. */
export interface VerificationStep {
  readonly id: StepId;
  readonly verdict: StepVerdict;
  readonly code: string;
  readonly rule: Rule;
  readonly values: Readonly<Record<string, string | number>>;
}

export function step(
  id: StepId,
  verdict: StepVerdict,
  code: string,
  rule: readonly [Rule['document'], string],
  values: VerificationStep['values'] = {},
): VerificationStep {
  return { id, verdict, code, rule: { document: rule[0], section: rule[1] }, values };
}
