/** Algorithms that the lab signs and verifies with (RFC 7518 §3.1, RFC 8037 §3.1). */
export const algorithms = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
  'EdDSA',
] as const;

export type Algorithm = (typeof algorithms)[number];

export function isAlgorithm(name: unknown): name is Algorithm {
  return algorithms.some((algorithm) => algorithm === name);
}

/** `EdDSA` is the older name of what is now called `Ed25519`: the two are taken as one. */
export function sameAlgorithm(one: string, other: string): boolean {
  const name = (algorithm: string) => (algorithm === 'EdDSA' ? 'Ed25519' : algorithm);
  return name(one) === name(other);
}

export interface AlgorithmTraits {
  readonly kty: 'oct' | 'RSA' | 'EC' | 'OKP';
  /** The curve that the key must be on, where the algorithm names one. */
  readonly crv?: string;
  /** Octets of the hash; for HMAC also the least length of the secret (RFC 7518 §3.2). */
  readonly hashOctets: number;
  /** Octets of a signature, where the algorithm alone settles it. */
  readonly signatureOctets?: number;
}

const ecdsa = {
  ES256: { crv: 'P-256', signatureOctets: 64 },
  ES384: { crv: 'P-384', signatureOctets: 96 },
  ES512: { crv: 'P-521', signatureOctets: 132 },
};

export function traitsOf(algorithm: Algorithm): AlgorithmTraits {
  if (algorithm === 'EdDSA' || algorithm === 'Ed25519')
    return { kty: 'OKP', crv: 'Ed25519', hashOctets: 64, signatureOctets: 64 };
  const hashOctets = Number(algorithm.slice(2)) / 8;
  if (algorithm === 'ES256' || algorithm === 'ES384' || algorithm === 'ES512')
    return { kty: 'EC', hashOctets, ...ecdsa[algorithm] };
  if (algorithm.startsWith('HS')) return { kty: 'oct', hashOctets, signatureOctets: hashOctets };
  return { kty: 'RSA', hashOctets };
}

/** What WebCrypto calls it, to sign with. */
export function webCryptoParameters(
  algorithm: Algorithm,
): RsaPssParams | EcdsaParams | NamedParameters {
  const { kty, hashOctets } = traitsOf(algorithm);
  const hash = `SHA-${hashOctets * 8}`;
  if (kty === 'oct') return { name: 'HMAC' };
  if (kty === 'OKP') return { name: 'Ed25519' };
  if (kty === 'EC') return { name: 'ECDSA', hash };
  return algorithm.startsWith('PS')
    ? { name: 'RSA-PSS', saltLength: hashOctets }
    : { name: 'RSASSA-PKCS1-v1_5' };
}

interface NamedParameters {
  readonly name: string;
}
