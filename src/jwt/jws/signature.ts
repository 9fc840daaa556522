import { traitsOf, webCryptoParameters, type Algorithm } from '../algorithm.ts';
import { decodeBase64url } from '../base64url.ts';
import { octets } from '../jwk/check-key.ts';
import { cryptoKey, webCrypto, type ImportedKey } from '../jwk/crypto-key.ts';
import type { Jwk } from '../jwk/jwk.ts';
import { hmac, sameOctets } from './hmac.ts';

type KeyRefusal = Extract<ImportedKey, { ok: false }>;

/** The signature of these octets (RFC 7515 §5.1). The key must have been checked. */
export async function signOctets(
  algorithm: Algorithm,
  key: Jwk,
  input: Uint8Array<ArrayBuffer>,
): Promise<{ readonly ok: true; readonly signature: Uint8Array } | KeyRefusal> {
  const secret = octets(key['k']);
  if (webCrypto() === undefined && secret !== null)
    return { ok: true, signature: await hmac(algorithm, secret, input) };
  const signing = await cryptoKey(key, algorithm, 'sign');
  if (!signing.ok) return signing;
  const parameters = webCryptoParameters(algorithm);
  const signature = await crypto.subtle.sign(parameters, signing.key, input);
  return { ok: true, signature: new Uint8Array(signature) };
}

export interface FlattenedJws {
  readonly protected: string;
  readonly payload: string | Uint8Array;
  readonly signature: string;
}

type FlattenedVerify = (typeof import('jose/jws/flattened/verify'))['flattenedVerify'];

/** Loaded with the first signature, and kept: asking for a module anew costs as much as a small hash. */
let verifier: Promise<FlattenedVerify> | undefined;

async function loadVerifier(): Promise<FlattenedVerify> {
  return (await import('jose/jws/flattened/verify')).flattenedVerify;
}

/** Whether the key's holder signed this (RFC 7515 §5.2). The key must have been checked. */
export async function signatureMatches(
  algorithm: Algorithm,
  key: Jwk,
  jws: FlattenedJws,
): Promise<{ readonly ok: true; readonly matches: boolean } | KeyRefusal> {
  const secret = octets(key['k']);
  if (webCrypto() === undefined && traitsOf(algorithm).kty === 'oct' && secret !== null)
    return { ok: true, matches: await hmacMatches(algorithm, secret, jws) };
  const verifying = await cryptoKey(key, algorithm, 'verify');
  if (!verifying.ok) return verifying;
  const flattenedVerify = await (verifier ??= loadVerifier());
  try {
    await flattenedVerify(jws, verifying.key, { algorithms: [algorithm] });
    return { ok: true, matches: true };
  } catch {
    return { ok: true, matches: false };
  }
}

async function hmacMatches(
  algorithm: Algorithm,
  secret: Uint8Array,
  jws: FlattenedJws,
): Promise<boolean> {
  const text = new TextEncoder();
  const payload = typeof jws.payload === 'string' ? text.encode(jws.payload) : jws.payload;
  const start = text.encode(`${jws.protected}.`);
  const input = new Uint8Array(start.length + payload.length);
  input.set(start);
  input.set(payload, start.length);
  const signature = decodeBase64url(jws.signature);
  return signature !== null && sameOctets(await hmac(algorithm, secret, input), signature);
}
