import { isAlgorithm, sameAlgorithm, traitsOf, type Algorithm } from '../algorithm.ts';
import type { DecodedJwt } from '../decode.ts';
import { keyWeakness } from '../jwk/check-key.ts';
import { chooseKey } from '../jwk/choose-key.ts';
import type { Jwk, JwkSet } from '../jwk/jwk.ts';
import { signatureMatches } from '../jws/signature.ts';
import type { JwtRefusal } from '../refusal.ts';
import { step, type VerificationStep } from './step.ts';

export interface SignatureOptions {
  /** The verifier's own list: the token has no say in it (RFC 8725 §3.1). */
  readonly algorithms: readonly Algorithm[];
  readonly keys?: Jwk | JwkSet | undefined;
}

/** A signed text: what is signed, and by the header's word how. */
export type SignedParts = Pick<DecodedJwt, 'header' | 'parts' | 'signature'> & {
  /** What is signed in the place of the payload's part, where that is not the part itself (RFC 7515 appendix F). */
  readonly signedPayload?: string | Uint8Array;
};

/** Algorithm, key and signature, in this order; what cannot be reached is left out. */
export async function signatureSteps(
  decoded: SignedParts,
  { algorithms, keys }: SignatureOptions,
): Promise<readonly VerificationStep[]> {
  const { alg } = decoded.header;
  const attackers = embeddedKey(decoded);
  if (!isAlgorithm(alg) || !algorithms.some((allowed) => sameAlgorithm(allowed, alg)))
    return [
      step('algorithm', 'failed', 'algorithm-not-allowed', ['RFC8725', '3.1'], { alg }),
      ...attackers,
    ];
  const allowed = step('algorithm', 'passed', 'algorithm-allowed', ['RFC8725', '3.1'], { alg });
  const choice = chooseKey(keys, decoded.header, alg);
  const considered = choice.considered.map(({ kid, reason }) => `${kid}: ${reason}`).join(', ');
  if (!choice.ok)
    return [allowed, ...attackers, { ...refused('key', choice), values: { considered } }];
  const weakness = keyWeakness(choice.key, alg);
  if (weakness !== null) return [allowed, ...attackers, refused('key', weakness)];
  const { kid } = choice.key;
  const chosen = step('key', 'passed', 'key-chosen', ['RFC7515', '6'], {
    kid: typeof kid === 'string' ? kid : '',
    considered,
  });
  return [allowed, ...attackers, chosen, await signatureStep(decoded, alg, choice.key)];
}

const keyParameters = ['jwk', 'jku', 'x5u', 'x5c'];

/** Whoever wrote the token wrote these too: they are told, and never used (RFC 8725 §3.10). */
function embeddedKey({ header }: SignedParts): readonly VerificationStep[] {
  const names = keyParameters.filter((name) => Object.hasOwn(header, name)).join(', ');
  return names === ''
    ? []
    : [step('embedded-key', 'warned', 'embedded-key-ignored', ['RFC8725', '3.10'], { names })];
}

async function signatureStep(
  decoded: SignedParts,
  alg: Algorithm,
  key: Jwk,
): Promise<VerificationStep> {
  const { parts, signature } = decoded;
  const expected = traitsOf(alg).signatureOctets;
  const signed = parts[0].length + 1 + (decoded.signedPayload ?? parts[1]).length;
  const values = { alg, octets: signature.length, signed };
  if (signature.length === 0)
    return step('signature', 'failed', 'signature-missing', ['RFC7515', '5.2'], values);
  if (expected !== undefined && signature.length !== expected)
    return step('signature', 'failed', 'signature-length-wrong', ['RFC7518', '3'], values);
  const result = await signatureMatches(alg, key, {
    protected: parts[0],
    payload: decoded.signedPayload ?? parts[1],
    signature: parts[2],
  });
  if (!result.ok) return refused(result.code === 'key-unreadable' ? 'key' : 'signature', result);
  return result.matches
    ? step('signature', 'passed', 'signature-matches', ['RFC7515', '5.2'], values)
    : step('signature', 'failed', 'signature-wrong', ['RFC7515', '5.2'], values);
}

/** What the page cannot find out is not a failure of the token. */
function refused(id: 'key' | 'signature', { code, rule }: JwtRefusal): VerificationStep {
  const unknown = code === 'no-key' || code === 'webcrypto-unavailable';
  return { id, verdict: unknown ? 'not-checked' : 'failed', code, rule, values: {} };
}
