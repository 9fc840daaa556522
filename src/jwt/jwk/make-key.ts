import { traitsOf, type Algorithm } from '../algorithm.ts';
import { encodeBase64url } from '../base64url.ts';
import type { Jwk } from './jwk.ts';

/** A new key for this algorithm: a secret as long as the hash (RFC 7518 §3.2), or a private key. */
export async function makeKey(
  algorithm: Algorithm,
  random: (octets: number) => Uint8Array,
): Promise<Jwk> {
  const { kty, hashOctets } = traitsOf(algorithm);
  if (kty === 'oct') return { kty, k: encodeBase64url(random(hashOctets)), alg: algorithm };
  const [{ generateKeyPair }, { exportJWK }] = await Promise.all([
    import('jose/key/generate/keypair'),
    import('jose/key/export'),
  ]);
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: algorithm };
}

/** What may be shown to everybody of a key: `null` for a secret, of which nothing may. */
export function publicHalf(key: Jwk): Jwk | null {
  if (key.kty === 'oct') return null;
  const hidden = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'key_ops'];
  return Object.fromEntries(Object.entries(key).filter(([name]) => !hidden.includes(name)));
}

/** What a JWK says about its use, which PEM cannot say. */
const annotations = ['kid', 'use', 'key_ops', 'alg'];

/** A key as PEM: its private half as PKCS#8, its public half as SPKI. The key must fit the algorithm. */
export async function pemOf(
  key: Jwk,
  algorithm: Algorithm,
  half: 'private' | 'public',
): Promise<string> {
  const [{ importJWK }, { exportPKCS8, exportSPKI }] = await Promise.all([
    import('jose/key/import'),
    import('jose/key/export'),
  ]);
  const all = half === 'public' ? (publicHalf(key) ?? {}) : key;
  const material = Object.entries(all).filter(([name]) => !annotations.includes(name));
  const made = await importJWK(
    { ...Object.fromEntries(material), kty: traitsOf(algorithm).kty },
    algorithm,
    { extractable: true },
  );
  if (made instanceof Uint8Array) throw new TypeError('a secret has no PEM form');
  return half === 'public' ? exportSPKI(made) : exportPKCS8(made);
}
