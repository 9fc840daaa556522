import { decodeJwt, type DecodedJwt, type MalformedJwt } from './decode.ts';
import { readSteps } from './explain/read-steps.ts';
import { signatureSteps, type SignatureOptions } from './explain/signature-steps.ts';
import type { JwtRefusal } from './refusal.ts';

export type VerifiedJwt = DecodedJwt | MalformedJwt | JwtRefusal;

/**
 * Whether the holder of the key has written this token, letter for letter. Says nothing about whether its
 * claims hold: that is `validateClaims`. Never throws.
 */
export async function verifyJwt(token: string, options: SignatureOptions): Promise<VerifiedJwt> {
  const decoded = decodeJwt(token);
  if (!decoded.ok) return decoded;
  const steps = [...readSteps(token, decoded), ...(await signatureSteps(decoded, options))];
  const fault = steps.find(({ verdict }) => verdict === 'failed' || verdict === 'not-checked');
  return fault === undefined ? decoded : { ok: false, code: fault.code, rule: fault.rule };
}
