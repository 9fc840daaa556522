import { isAlgorithm, sameAlgorithm, traitsOf } from '../algorithm.ts';
import type { DecodedJwt } from '../decode.ts';
import type { SignatureOptions } from '../explain/signature-steps.ts';
import { step, type VerificationStep } from '../explain/step.ts';
import { keyWeakness } from '../jwk/check-key.ts';
import { chooseKey } from '../jwk/choose-key.ts';
import type { Jwk } from '../jwk/jwk.ts';
import { secretFromText } from '../jwk/secret-key.ts';
import { signatureMatches } from '../jws/signature.ts';
import type { Carelessness } from './verify-carelessly.ts';

/** What one of the mistakes makes of the signature; `null` where none of them has anything to do with it. */
export async function carelessSignature(
  decoded: DecodedJwt,
  options: SignatureOptions,
  { acceptNone, trustHeaderAlgorithm, useEmbeddedKey, acceptWeakSecret }: Carelessness,
): Promise<VerificationStep | null> {
  const { header } = decoded;
  if (acceptNone === true && header.alg.toLowerCase() === 'none')
    return step('signature', 'warned', 'careless-none-accepted', ['RFC8725', '3.2']);
  if (useEmbeddedKey === true && isRecord(header['jwk']))
    return matched(decoded, header['jwk'], 'careless-embedded-key-used', '3.10');
  if (trustHeaderAlgorithm !== undefined && header.alg.startsWith('HS')) {
    const secret = secretFromText(trustHeaderAlgorithm.publicKeyPem);
    return matched(decoded, secret, 'careless-header-algorithm-trusted', '3.1');
  }
  const weak = acceptWeakSecret === true ? weakSecret(decoded, options) : null;
  return weak === null ? null : matched(decoded, weak, 'careless-weak-secret-taken', '3.5');
}

function weakSecret({ header }: DecodedJwt, { algorithms, keys }: SignatureOptions): Jwk | null {
  const { alg } = header;
  if (!isAlgorithm(alg) || traitsOf(alg).kty !== 'oct') return null;
  if (!algorithms.some((allowed) => sameAlgorithm(allowed, alg))) return null;
  const choice = chooseKey(keys, header, alg);
  return choice.ok && keyWeakness(choice.key, alg)?.code === 'secret-too-short' ? choice.key : null;
}

async function matched(
  { header: { alg }, parts }: DecodedJwt,
  key: Jwk,
  code: string,
  section: string,
): Promise<VerificationStep> {
  const jws = { protected: parts[0], payload: parts[1], signature: parts[2] };
  const result = isAlgorithm(alg) ? await signatureMatches(alg, key, jws) : null;
  return result?.ok === true && result.matches
    ? step('signature', 'warned', code, ['RFC8725', section])
    : step('signature', 'failed', 'signature-wrong', ['RFC7515', '5.2']);
}

function isRecord(value: unknown): value is Jwk {
  return typeof value === 'object' && value !== null;
}
