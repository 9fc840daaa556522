import { decodeJwt, type DecodedJwt, type MalformedJwt } from '../decode.ts';
import { validateClaims, type ValidateOptions } from '../validate.ts';
import { readSteps } from './read-steps.ts';
import { signatureSteps, type SignatureOptions } from './signature-steps.ts';
import { step, stepIds, type StepId, type VerificationStep } from './step.ts';

export interface VerificationOptions extends SignatureOptions, ValidateOptions {
  /** What kind of token it must say to be (RFC 8725 §3.11); not checked where absent. */
  readonly typ?: string;
}

export interface Verdict {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly decidedBy: StepId;
}

export interface Explanation {
  readonly decoded: DecodedJwt | MalformedJwt;
  /** One a `StepId`, in their order. */
  readonly steps: readonly VerificationStep[];
  readonly wellFormed: Verdict;
  readonly signature: Verdict;
  /** What would hold if the signature did: worth nothing while it does not. */
  readonly time: Verdict;
  readonly issuerAndAudience: Verdict;
  readonly accepted: boolean;
}

/** Verifies a token in the open. Never throws, whatever the text. */
export async function explainVerification(
  token: string,
  options: VerificationOptions,
): Promise<Explanation> {
  const decoded = decodeJwt(token);
  const read = readSteps(token, decoded);
  const found = decoded.ok
    ? [...read, ...(await signatureSteps(decoded, options)), ...claimSteps(decoded, options)]
    : read;
  const steps = stepIds.map(
    (id) =>
      found.find((one) => one.id === id) ?? step(id, 'skipped', 'not-reached', ['RFC7519', '7.2']),
  );
  const wellFormed = verdict(steps, ['split', 'base64url', 'utf-8', 'json', 'header', 'crit']);
  const signature = verdict(steps, ['algorithm', 'key', 'signature']);
  const time = decoded.ok ? timeVerdict(steps) : verdict(steps, ['exp']);
  const issuerAndAudience = verdict(steps, ['typ', 'iss', 'aud']);
  const accepted =
    [wellFormed, signature, time].every(({ answer }) => answer === 'yes') &&
    issuerAndAudience.answer !== 'no' &&
    steps.find(({ id }) => id === 'aud')?.verdict !== 'not-checked';
  return { decoded, steps, wellFormed, signature, time, issuerAndAudience, accepted };
}

function claimSteps(decoded: DecodedJwt, options: VerificationOptions): VerificationStep[] {
  const claims = validateClaims(decoded.claims, options).steps.map(
    ({ claim, verdict, code, values, rule }): VerificationStep => ({
      id: claim,
      verdict: verdict === 'absent' ? 'skipped' : verdict,
      code,
      values,
      rule,
    }),
  );
  const { typ } = decoded.header;
  const rule = ['RFC8725', '3.11'] as const;
  if (options.typ === undefined)
    return [step('typ', 'skipped', 'typ-not-expected', rule), ...claims];
  const same = String(typ).toLowerCase() === options.typ.toLowerCase();
  return [
    step('typ', same ? 'passed' : 'failed', same ? 'typ-matches' : 'typ-differs', rule, {
      typ: String(typ),
    }),
    ...claims,
  ];
}

/** No for the first failure; yes where all that was there passed; unknown where something was not looked at. */
function verdict(steps: readonly VerificationStep[], ids: readonly StepId[]): Verdict {
  const mine = steps.filter(({ id }) => ids.includes(id));
  const last = mine.findLast(({ verdict }) => verdict === 'passed');
  const failed = mine.find(({ verdict }) => verdict === 'failed');
  if (failed !== undefined) return { answer: 'no', decidedBy: failed.id };
  const open = mine.find(({ verdict }) => verdict === 'not-checked');
  if (open !== undefined) return { answer: 'unknown', decidedBy: open.id };
  return {
    answer: last === undefined ? 'unknown' : 'yes',
    decidedBy: last?.id ?? ids[0] ?? 'split',
  };
}

/** A token that names no time holds at any. */
function timeVerdict(steps: readonly VerificationStep[]): Verdict {
  const failed = steps.find(
    ({ id, verdict }) => ['exp', 'nbf', 'iat'].includes(id) && verdict === 'failed',
  );
  return failed === undefined
    ? { answer: 'yes', decidedBy: 'exp' }
    : { answer: 'no', decidedBy: failed.id };
}
