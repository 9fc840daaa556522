import { isAlgorithm, type Algorithm } from './algorithm.ts';
import { decodeBase64urlText } from './base64url.ts';
import { objectIn } from './decode.ts';
import { isJoseHeader } from './jose-header.ts';
import { chooseKey } from './jwk/choose-key.ts';
import type { Jwk, JwkSet } from './jwk/jwk.ts';
import { refusal } from './refusal.ts';
import { signText, type SignedJwt } from './sign.ts';

/**
 * Signs a token's header and payload, letter for letter as they stand in it, with the algorithm that its header
 * names. Refused without the half of the key that signs, and where the header names no algorithm that signs.
 */
export async function signAgain(token: string, keys: Jwk | JwkSet | undefined): Promise<SignedJwt> {
  const [headerPart = '', payloadPart = ''] = token.split('.');
  const header = objectIn(headerPart, 'header');
  if (!header.ok) return header;
  if (!isJoseHeader(header.object)) return refusal('algorithm-missing', 'RFC7515', '4.1.1');
  const { alg } = header.object;
  if (!isAlgorithm(alg)) return refusal('algorithm-does-not-sign', 'RFC7518', '3.1');
  const choice = chooseKey(keys, header.object, alg);
  if (!choice.ok) return choice;
  const payload = decodeBase64urlText(payloadPart);
  if (payload === null) return refusal('not-base64url', 'RFC7515', '2');
  if (!canSign(choice.key)) return refusal('private-half-missing', 'RFC7515', '5.1');
  return signParts(headerPart, payload, alg, choice.key);
}

function signParts(
  headerPart: string,
  payload: string,
  algorithm: Algorithm,
  key: Jwk,
): Promise<SignedJwt> {
  return signText(decodeBase64urlText(headerPart) ?? '', payload, { algorithm, key });
}

/** A secret, or the private half of a pair. */
function canSign({ kty, d }: Jwk): boolean {
  return kty === 'oct' || typeof d === 'string';
}
