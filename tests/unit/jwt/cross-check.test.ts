import { constants, createHmac, sign, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { createSigner, createVerifier } from 'fast-jwt';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { algorithms, type Algorithm } from '../../../src/jwt/algorithm.ts';
import { encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { explainVerification } from '../../../src/jwt/explain/explain-verification.ts';
import { signJwt } from '../../../src/jwt/sign.ts';
import { verifyJwt } from '../../../src/jwt/verify.ts';
import { testKey } from './test-keys.ts';

const claims = { sub: 'alice', name: '앨리스', exp: 4_102_444_800 };
const now = 1_800_000_000;

async function signed(algorithm: Algorithm, what: object = claims): Promise<string> {
  const result = await signJwt({ ...what }, { algorithm, key: testKey(algorithm).signing });
  if (!result.ok) throw new Error(result.code);
  return result.token;
}

async function isAccepted(token: string, algorithm: Algorithm): Promise<boolean> {
  const options = { algorithms: [algorithm], keys: testKey(algorithm).verifying, now };
  return (await explainVerification(token, options)).accepted;
}

function hashOf(algorithm: Algorithm): string {
  return `sha${algorithm.slice(2)}`;
}

/** How node:crypto is told of an algorithm: written here from RFC 7518 and RFC 8037 alone. */
function keyFor(algorithm: Algorithm, key: KeyObject) {
  if (algorithm.startsWith('PS'))
    return {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    };
  return algorithm.startsWith('ES') ? { key, dsaEncoding: 'ieee-p1363' as const } : { key };
}

function digestOf(algorithm: Algorithm): string | null {
  return algorithm.startsWith('Ed') ? null : hashOf(algorithm);
}

function signedByNode(algorithm: Algorithm): string {
  const header = encodeTextAsBase64url(JSON.stringify({ alg: algorithm }));
  const input = `${header}.${encodeTextAsBase64url(JSON.stringify(claims))}`;
  const key = testKey(algorithm).signingNode;
  const signature = Buffer.isBuffer(key)
    ? createHmac(hashOf(algorithm), key).update(input).digest()
    : sign(digestOf(algorithm), Buffer.from(input), keyFor(algorithm, key));
  return `${input}.${signature.toString('base64url')}`;
}

function nodeTakes(token: string, algorithm: Algorithm): boolean {
  const [header = '', payload = '', text = ''] = token.split('.');
  const input = Buffer.from(`${header}.${payload}`);
  const signature = Buffer.from(text, 'base64url');
  const key = testKey(algorithm).verifyingNode;
  return Buffer.isBuffer(key)
    ? timingSafeEqual(createHmac(hashOf(algorithm), key).update(input).digest(), signature)
    : verify(digestOf(algorithm), input, keyFor(algorithm, key), signature);
}

describe.each(algorithms)('%s', (algorithm) => {
  test('node:crypto takes ours, and its own is taken', async () => {
    expect(nodeTakes(await signed(algorithm), algorithm)).toBe(true);
    expect(await isAccepted(signedByNode(algorithm), algorithm)).toBe(true);
  });

  test('what was signed holds, and what was edited since does not', async () => {
    const options = { algorithms: [algorithm], keys: testKey(algorithm).verifying };
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), async (what, at) => {
        const token = await signed(algorithm, what);
        expect(await verifyJwt(token, options)).toMatchObject({ ok: true });
        const edited = changedAt(token, at % token.length);
        expect((await verifyJwt(edited, options)).ok).toBe(false);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

// The older library knows no Edwards curves, the newer one only their older name.
test.each(algorithms.filter((algorithm) => !algorithm.startsWith('Ed')))(
  '%s: jsonwebtoken takes ours, and its own is taken',
  async (algorithm) => {
    const { signingPem, verifyingPem } = testKey(algorithm);
    const name = algorithm as jsonwebtoken.Algorithm;
    const theirs = jsonwebtoken.sign(claims, signingPem, { algorithm: name, noTimestamp: true });
    expect(await isAccepted(theirs, algorithm)).toBe(true);
    const ours = await signed(algorithm);
    expect(jsonwebtoken.verify(ours, verifyingPem, { algorithms: [name] })).toEqual(claims);
  },
);

test.each(algorithms.filter((algorithm) => algorithm !== 'Ed25519'))(
  '%s: fast-jwt takes ours, and its own is taken',
  async (algorithm) => {
    const { signingPem, verifyingPem } = testKey(algorithm);
    const make = createSigner({ algorithm, key: signingPem, noTimestamp: true });
    expect(await isAccepted(make(claims), algorithm)).toBe(true);
    const check = createVerifier({ algorithms: [algorithm], key: verifyingPem });
    expect(check(await signed(algorithm))).toEqual(claims);
  },
);

/** Another letter in this place; a dot becomes a letter as well. */
function changedAt(token: string, index: number): string {
  const letter = token[index] === 'A' ? 'B' : 'A';
  return `${token.slice(0, index)}${letter}${token.slice(index + 1)}`;
}
