import { type Algorithm } from './algorithm.ts';
import { encodeBase64url, encodeTextAsBase64url } from './base64url.ts';
import type { ClaimsSet } from './claims-set.ts';
import { keyMismatch, keyWeakness } from './jwk/check-key.ts';
import type { Jwk } from './jwk/jwk.ts';
import { signOctets } from './jws/signature.ts';
import type { JwtRefusal } from './refusal.ts';

export interface SignOptions {
  readonly algorithm: Algorithm;
  readonly key: Jwk;
}

export type SignedJwt =
  { readonly ok: true; readonly token: string; readonly signingInput: string } | JwtRefusal;

/** A JWT with exactly these claims, in JWS compact form (RFC 7515 §3.1). */
export async function signJwt(claims: ClaimsSet, options: SignOptions): Promise<SignedJwt> {
  const { kid } = options.key;
  const named = typeof kid === 'string' ? { kid } : {};
  const header = { alg: options.algorithm, typ: 'JWT', ...named };
  return signText(JSON.stringify(header), JSON.stringify(claims), options);
}

/** Signs a header and a payload letter for letter as they are written, white space and all. */
export async function signText(
  header: string,
  payload: string,
  { algorithm, key }: SignOptions,
): Promise<SignedJwt> {
  const fault = keyMismatch(key, algorithm, 'sign') ?? keyWeakness(key, algorithm);
  if (fault !== null) return fault;
  const signingInput = `${encodeTextAsBase64url(header)}.${encodeTextAsBase64url(payload)}`;
  const made = await signOctets(algorithm, key, new TextEncoder().encode(signingInput));
  if (!made.ok) return made;
  return { ok: true, signingInput, token: `${signingInput}.${encodeBase64url(made.signature)}` };
}
