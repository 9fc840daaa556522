import { algorithms } from '../algorithm.ts';
import { decodeJwt, type DecodedJwt, type MalformedJwt } from '../decode.ts';
import { signatureSteps } from '../explain/signature-steps.ts';
import { step, type VerificationStep } from '../explain/step.ts';
import type { VerificationOptions } from '../explain/explain-verification.ts';
import { validateClaims } from '../validate.ts';
import { carelessSignature } from './careless-signature.ts';

/** The mistakes that verifiers have been caught in, each by itself; none is made unless asked for. */
export interface Carelessness {
  /** Takes a token that says it is not signed. */
  readonly acceptNone?: boolean;
  /** Lets the token choose the algorithm; the public key's PEM text then serves as an HMAC secret. */
  readonly trustHeaderAlgorithm?: { readonly publicKeyPem: string };
  /** Checks the signature with the key that the token brings along. */
  readonly useEmbeddedKey?: boolean;
  /** Takes a secret that is shorter than its hash. */
  readonly acceptWeakSecret?: boolean;
  readonly skipExpiry?: boolean;
  readonly skipAudience?: boolean;
}

export interface CarelessVerification {
  readonly accepted: boolean;
  readonly decoded: DecodedJwt | MalformedJwt;
  /** What was looked at. Where it was careless, the step says `warned`, with a code `careless-…`. */
  readonly steps: readonly VerificationStep[];
}

/**
 * Verifies a token as one must not: for lessons alone. The right way is `verifyJwt` and `validateClaims`,
 * which know nothing of this one.
 */
export async function verifyCarelessly(
  token: string,
  options: VerificationOptions,
  carelessness: Carelessness,
): Promise<CarelessVerification> {
  const decoded = decodeJwt(token);
  if (!decoded.ok) return { accepted: false, decoded, steps: [] };
  const careless = await carelessSignature(decoded, options, carelessness);
  const allowed =
    carelessness.trustHeaderAlgorithm === undefined ? options : { ...options, algorithms };
  const signature = careless === null ? await signatureSteps(decoded, allowed) : [careless];
  const steps = [...signature, ...claimSteps(decoded, options, carelessness)];
  const accepted = steps.every(({ verdict }) => verdict !== 'failed' && verdict !== 'not-checked');
  return { accepted, decoded, steps };
}

function claimSteps(
  { claims }: DecodedJwt,
  options: VerificationOptions,
  { skipExpiry = false, skipAudience = false }: Carelessness,
): readonly VerificationStep[] {
  return validateClaims(claims, options).steps.map(({ claim, verdict, code, values, rule }) => {
    if (claim === 'exp' && skipExpiry)
      return step('exp', 'warned', 'careless-expiry-skipped', ['RFC7519', '4.1.4']);
    if (claim === 'aud' && skipAudience)
      return step('aud', 'warned', 'careless-audience-skipped', ['RFC8725', '3.9']);
    const isOpen = verdict === 'absent' || (claim === 'iss' && verdict === 'not-checked');
    return { id: claim, verdict: isOpen ? 'skipped' : verdict, code, values, rule };
  });
}
