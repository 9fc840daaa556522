import type { Algorithm } from './algorithm.ts';
import type { ClaimsSet } from './claims-set.ts';
import { keyFromSecret, type KeyRefusal } from './key.ts';

export interface SignOptions {
  readonly algorithm: Algorithm;
  /** Shared secret, as text. */
  readonly secret: string;
}

export type SignedJwt = { readonly ok: true; readonly token: string } | KeyRefusal;

/** A JWT with exactly these claims, in JWS compact form (RFC 7515 §3.1). */
export async function signJwt(
  claims: ClaimsSet,
  { algorithm, secret }: SignOptions,
): Promise<SignedJwt> {
  const usable = keyFromSecret(secret);
  if (!usable.ok) return usable;
  const { CompactSign } = await import('jose/jws/compact/sign');
  const payload = new TextEncoder().encode(JSON.stringify(claims));
  const token = await new CompactSign(payload)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .sign(usable.key);
  return { ok: true, token };
}
