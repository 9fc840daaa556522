import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { traitsOf, type Algorithm } from '../../../src/jwt/algorithm.ts';
import { encodeBase64url } from '../../../src/jwt/base64url.ts';
import type { Jwk } from '../../../src/jwt/jwk/jwk.ts';

/** One key as each of the implementations wants it. */
export interface TestKey {
  /** To sign with: ours, and node:crypto's. */
  readonly signing: Jwk;
  readonly signingNode: KeyObject | Buffer;
  /** To verify with. */
  readonly verifying: Jwk;
  readonly verifyingNode: KeyObject | Buffer;
  /** As PEM; a secret has none, and stays as it is. */
  readonly signingPem: string | Buffer;
  readonly verifyingPem: string | Buffer;
}

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const;
const made = new Map<string, TestKey>();

/** A key for this algorithm, made once a file: an RSA key takes its time. */
export function testKey(algorithm: Algorithm): TestKey {
  const name = traitsOf(algorithm).kty === 'RSA' ? 'RSA' : algorithm;
  const key = made.get(name) ?? (algorithm.startsWith('HS') ? secret() : pair(algorithm));
  made.set(name, key);
  return key;
}

function secret(): TestKey {
  const octets = randomBytes(64);
  const jwk = { kty: 'oct', k: encodeBase64url(octets) };
  return {
    signing: jwk,
    signingNode: octets,
    verifying: jwk,
    verifyingNode: octets,
    signingPem: octets,
    verifyingPem: octets,
  };
}

function pair(algorithm: Algorithm): TestKey {
  const { privateKey, publicKey } = keyPair(algorithm);
  return {
    signing: privateKey.export({ format: 'jwk' }) as Jwk,
    signingNode: privateKey,
    verifying: publicKey.export({ format: 'jwk' }) as Jwk,
    verifyingNode: publicKey,
    signingPem: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    verifyingPem: publicKey.export({ format: 'pem', type: 'spki' }),
  };
}

function keyPair(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (traitsOf(algorithm).kty === 'RSA') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (algorithm === 'ES256' || algorithm === 'ES384' || algorithm === 'ES512')
    return generateKeyPairSync('ec', { namedCurve: curves[algorithm] });
  return generateKeyPairSync('ed25519');
}
