import { encodeBase64url, encodeTextAsBase64url } from '../base64url.ts';
import { signOctets } from '../jws/signature.ts';
import type { SignedJwt, SignOptions } from '../sign.ts';

/** Signs with a secret that is too short for its hash, which `signText` refuses to: for lessons alone. */
export async function signWithWeakSecret(
  header: string,
  payload: string,
  { algorithm, key }: SignOptions,
): Promise<SignedJwt> {
  const signingInput = `${encodeTextAsBase64url(header)}.${encodeTextAsBase64url(payload)}`;
  const made = await signOctets(algorithm, key, new TextEncoder().encode(signingInput));
  if (!made.ok) return made;
  return { ok: true, signingInput, token: `${signingInput}.${encodeBase64url(made.signature)}` };
}
