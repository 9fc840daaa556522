import { traitsOf, type Algorithm } from '../algorithm.ts';
import { refusal, type JwtRefusal } from '../refusal.ts';
import { octets } from './check-key.ts';
import type { Jwk } from './jwk.ts';

export type ImportedKey =
  | { readonly ok: true; readonly key: CryptoKey }
  | JwtRefusal<'webcrypto-unavailable' | 'key-unreadable'>;

/** `undefined` on an insecure origin. */
export function webCrypto(): SubtleCrypto | undefined {
  return (globalThis.crypto as Crypto | undefined)?.subtle;
}

const imported = new WeakMap<Jwk, Map<string, Promise<ImportedKey>>>();

/** A key as WebCrypto takes it; remembered with the record it was made from. */
export function cryptoKey(
  key: Jwk,
  algorithm: Algorithm,
  operation: 'sign' | 'verify',
): Promise<ImportedKey> {
  const subtle = webCrypto();
  if (subtle === undefined) return Promise.resolve(refusal('webcrypto-unavailable', 'RFC7518'));
  const known = imported.get(key) ?? new Map<string, Promise<ImportedKey>>();
  imported.set(key, known);
  const name = `${algorithm} ${operation}`;
  const importing = known.get(name) ?? importKey(subtle, key, algorithm, operation);
  known.set(name, importing);
  return importing;
}

async function importKey(
  subtle: SubtleCrypto,
  key: Jwk,
  algorithm: Algorithm,
  operation: 'sign' | 'verify',
): Promise<ImportedKey> {
  try {
    return { ok: true, key: await unchecked(subtle, key, algorithm, operation) };
  } catch {
    return refusal('key-unreadable', 'RFC7518', '6');
  }
}

async function unchecked(
  subtle: SubtleCrypto,
  key: Jwk,
  algorithm: Algorithm,
  operation: 'sign' | 'verify',
): Promise<CryptoKey> {
  const { kty, hashOctets } = traitsOf(algorithm);
  if (kty === 'oct') {
    const secret = octets(key['k']) ?? new Uint8Array();
    const parameters = { name: 'HMAC', hash: `SHA-${hashOctets * 8}` };
    return subtle.importKey('raw', secret, parameters, false, [operation]);
  }
  const { importJWK } = await import('jose/key/import');
  const members = operation === 'verify' ? publicMembers : [...publicMembers, ...privateMembers];
  const bare = Object.fromEntries(Object.entries(key).filter(([name]) => members.includes(name)));
  const made = await importJWK({ ...bare, kty }, algorithm);
  if (made instanceof Uint8Array) throw new TypeError('not an asymmetric key');
  return made;
}

const publicMembers = ['n', 'e', 'crv', 'x', 'y'];
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi'];
