import type { Rule } from '../http/rule.ts';
import type { ClaimsSet } from './claims-set.ts';

export interface ValidateOptions {
  /** Seconds since the epoch; fractions are allowed. */
  readonly now: number;
  /** Seconds by which clocks may differ. */
  readonly leewaySeconds?: number;
  /** Who must have issued it; not checked where absent. */
  readonly issuer?: string;
  /** Whom it must be meant for; where absent, a token with an audience is taken nevertheless. */
  readonly audience?: string;
  /** Claims that must be there. */
  readonly required?: readonly ValidatedClaim[];
}

export type ValidatedClaim = 'exp' | 'nbf' | 'iat' | 'iss' | 'aud';

export type ClaimVerdict = 'passed' | 'failed' | 'absent' | 'not-checked';

export type ClaimCode =
  | 'absent'
  | 'required-but-absent'
  | 'not-checked'
  | 'wrong-type'
  | 'in-milliseconds'
  | 'not-expired'
  | 'expired'
  | 'already-valid'
  | 'not-yet-valid'
  | 'issued-in-the-past'
  | 'issued-in-the-future'
  | 'issuer-matches'
  | 'issuer-differs'
  | 'audience-matches'
  | 'audience-differs';

/** What was found out about one claim. */
export interface ClaimStep {
  readonly claim: ValidatedClaim;
  readonly verdict: ClaimVerdict;
  readonly code: ClaimCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly rule: Rule;
}

export interface ClaimsValidation {
  readonly ok: boolean;
  /** One step a claim, in the order in which they are looked at. */
  readonly steps: readonly ClaimStep[];
}

type Finding = readonly [ClaimVerdict, ClaimCode, Readonly<Record<string, string | number>>?];

/** Whether the claims of a token hold here and now (RFC 7519 §4.1). Its signature is another question. */
export function validateClaims(claims: ClaimsSet, options: ValidateOptions): ClaimsValidation {
  const { now, leewaySeconds: leeway = 0 } = options;
  const steps = [
    step('exp', '4.1.4', claims, options, (exp) => expiry(exp, now, leeway)),
    step('nbf', '4.1.5', claims, options, (nbf) => notBefore(nbf, now, leeway)),
    step('iat', '4.1.6', claims, options, (iat) => issuedAt(iat, now, leeway)),
    step('iss', '4.1.1', claims, options, (iss) => issuer(iss, options.issuer)),
    step('aud', '4.1.3', claims, options, (aud) => audience(aud, options.audience)),
  ];
  return { ok: steps.every(({ verdict }) => verdict !== 'failed'), steps };
}

function step(
  claim: ValidatedClaim,
  section: string,
  claims: ClaimsSet,
  { required = [], issuer: wantedIssuer, audience: wantedAudience }: ValidateOptions,
  look: (value: unknown) => Finding,
): ClaimStep {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  const wanted =
    (claim === 'iss' && wantedIssuer !== undefined) ||
    (claim === 'aud' && wantedAudience !== undefined);
  const absent: Finding =
    required.includes(claim) || wanted ? ['failed', 'required-but-absent'] : ['absent', 'absent'];
  const [verdict, code, values = {}] = value === undefined ? absent : look(value);
  return { claim, verdict, code, values, rule: { document: 'RFC7519', section } };
}

/** Refused on and after the moment (RFC 7519 §4.1.4). */
function expiry(exp: unknown, now: number, leeway: number): Finding {
  if (!isNumericDate(exp)) return notNumericDate(exp);
  return now < exp + leeway
    ? ['passed', 'not-expired', { exp, now }]
    : ['failed', 'expired', { exp, now }];
}

function notBefore(nbf: unknown, now: number, leeway: number): Finding {
  if (!isNumericDate(nbf)) return notNumericDate(nbf);
  return now >= nbf - leeway
    ? ['passed', 'already-valid', { nbf, now }]
    : ['failed', 'not-yet-valid', { nbf, now }];
}

/** The RFC asks for nothing here; a token from the future is a sign of a wrong clock, so it is not taken. */
function issuedAt(iat: unknown, now: number, leeway: number): Finding {
  if (!isNumericDate(iat)) return notNumericDate(iat);
  return now >= iat - leeway
    ? ['passed', 'issued-in-the-past', { iat, now }]
    : ['failed', 'issued-in-the-future', { iat, now }];
}

function issuer(iss: unknown, wanted: string | undefined): Finding {
  if (typeof iss !== 'string') return ['failed', 'wrong-type'];
  if (wanted === undefined) return ['not-checked', 'not-checked', { iss }];
  return iss === wanted
    ? ['passed', 'issuer-matches', { iss }]
    : ['failed', 'issuer-differs', { iss, wanted }];
}

/** One audience or several; it is enough to be among them (RFC 7519 §4.1.3). */
function audience(aud: unknown, wanted: string | undefined): Finding {
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.every((one) => typeof one === 'string')) return ['failed', 'wrong-type'];
  const list = audiences.join(', ');
  if (wanted === undefined) return ['not-checked', 'not-checked', { aud: list }];
  return audiences.includes(wanted)
    ? ['passed', 'audience-matches', { aud: list }]
    : ['failed', 'audience-differs', { aud: list, wanted }];
}

/** The end of the year 9999, the last that RFC 3339 can write: beyond it, somebody counts in milliseconds, or wants a token for ever. */
const lastSecond = 253_402_300_799;

/** A moment of this millennium times a thousand: seconds were meant (RFC 7519 §2). */
function notNumericDate(value: unknown): Finding {
  return typeof value === 'number' && value > 0 && value / 1000 <= lastSecond
    ? ['failed', 'in-milliseconds', { milliseconds: value }]
    : ['failed', 'wrong-type'];
}

function isNumericDate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= lastSecond;
}
