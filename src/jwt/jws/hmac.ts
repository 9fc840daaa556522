import { traitsOf, type Algorithm } from '../algorithm.ts';

/** HMAC by a library in JavaScript, loaded only where the page has no WebCrypto. */
export async function hmac(
  algorithm: Algorithm,
  secret: Uint8Array,
  input: Uint8Array,
): Promise<Uint8Array> {
  const [mac, { sha256, sha384, sha512 }] = await Promise.all([
    import('@noble/hashes/hmac.js'),
    import('@noble/hashes/sha2.js'),
  ]);
  const hash = { 32: sha256, 48: sha384, 64: sha512 }[traitsOf(algorithm).hashOctets];
  return mac.hmac(hash ?? sha256, secret, input);
}

/** In a time that does not depend on where they differ. */
export function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  one.forEach((octet, index) => (difference |= octet ^ (other[index] ?? 0)));
  return difference === 0;
}
