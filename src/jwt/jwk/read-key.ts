import { traitsOf, type Algorithm } from '../algorithm.ts';
import { decodeBase64url } from '../base64url.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';
import type { Jwk, JwkSet } from './jwk.ts';
import { secretFromText } from './secret-key.ts';

export type KeyText = 'secret' | 'spki' | 'pkcs8' | 'x509' | 'jwk' | 'jwks';

export type KeyReading =
  | { readonly ok: true; readonly keys: Jwk | JwkSet; readonly writtenAs: KeyText }
  | JwtRefusal<
      | 'key-empty'
      | 'secret-not-base64url'
      | 'pem-is-no-secret'
      | 'pem-unknown'
      | 'pem-unreadable'
      | 'jwk-unreadable'
      | 'key-unrecognised'
    >;

export interface ReadKeyOptions {
  /** What it is to be used for: one PEM text serves several algorithms. */
  readonly algorithm: Algorithm;
  /** How a secret is written. */
  readonly secretAs: 'text' | 'base64url';
}

const pemKinds: Readonly<Record<string, 'spki' | 'pkcs8' | 'x509'>> = {
  'PUBLIC KEY': 'spki',
  'PRIVATE KEY': 'pkcs8',
  CERTIFICATE: 'x509',
};

/** Reads a key as people have it: a secret, PEM (RFC 7468), a JWK or a JWK set (RFC 7517). Never throws. */
export async function readKey(text: string, options: ReadKeyOptions): Promise<KeyReading> {
  const trimmed = text.trim();
  if (trimmed === '') return refusal('key-empty', 'RFC7518', '6');
  const label = /^-----BEGIN ([A-Z0-9 ]+)-----/.exec(trimmed)?.[1];
  if (label !== undefined) return fromPem(trimmed, label, options.algorithm);
  if (trimmed.startsWith('{')) return fromJson(trimmed);
  if (traitsOf(options.algorithm).kty !== 'oct') return refusal('key-unrecognised', 'RFC7518', '6');
  return secretIn(text, trimmed, options.secretAs);
}

function secretIn(text: string, trimmed: string, secretAs: 'text' | 'base64url'): KeyReading {
  if (secretAs === 'text') return { ok: true, keys: secretFromText(text), writtenAs: 'secret' };
  return decodeBase64url(trimmed) === null
    ? refusal('secret-not-base64url', 'RFC7518', '6.4.1')
    : { ok: true, keys: { kty: 'oct', k: trimmed }, writtenAs: 'secret' };
}

async function fromPem(pem: string, label: string, algorithm: Algorithm): Promise<KeyReading> {
  // A public key as a shared secret: that is the attack, not a key (RFC 8725 §2.1).
  if (traitsOf(algorithm).kty === 'oct') return refusal('pem-is-no-secret', 'RFC8725', '2.1');
  const kind = pemKinds[label];
  if (kind === undefined) return refusal('pem-unknown', 'RFC7518', '6');
  const [{ importPKCS8, importSPKI, importX509 }, { exportJWK }] = await Promise.all([
    import('jose/key/import'),
    import('jose/key/export'),
  ]);
  const read = { spki: importSPKI, pkcs8: importPKCS8, x509: importX509 }[kind];
  try {
    const key = await exportJWK(await read(pem, algorithm, { extractable: true }));
    return { ok: true, keys: { ...key }, writtenAs: kind };
  } catch {
    return refusal('pem-unreadable', 'RFC7518', '6');
  }
}

function fromJson(json: string): KeyReading {
  const unreadable = refusal('jwk-unreadable', 'RFC7517', '4');
  try {
    const value = JSON.parse(json) as Readonly<Record<string, unknown>>;
    const { keys } = value;
    if (Array.isArray(keys))
      return keys.every(isJwk) ? { ok: true, keys: { keys }, writtenAs: 'jwks' } : unreadable;
    return isJwk(value) ? { ok: true, keys: value, writtenAs: 'jwk' } : unreadable;
  } catch {
    return unreadable;
  }
}

function isJwk(value: unknown): value is Jwk {
  return typeof value === 'object' && value !== null && typeof (value as Jwk).kty === 'string';
}
