import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { algorithms, traitsOf } from '../../../../src/jwt/algorithm.ts';
import { makeKey, pemOf, publicHalf } from '../../../../src/jwt/jwk/make-key.ts';
import { readKey } from '../../../../src/jwt/jwk/read-key.ts';
import { signJwt } from '../../../../src/jwt/sign.ts';
import { verifyJwt } from '../../../../src/jwt/verify.ts';

const random = (octets: number) => new Uint8Array(octets).fill(7);
const certificate = `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIUVwn4Glp0Cpzy6Oo25/kQbzB1fhEwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyNjA3MDcwOVoYDzIxMjYx
MTAyMDcwNzA5WjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARcgUl45X+TpuTTC35NCtb4oHqBO265N1jkTlaQ9cXBGgc2
yc16affAinggYIPutzrG6UzPZtY44baOG8Xp0OOzo1MwUTAdBgNVHQ4EFgQULOPY
qs56PAOQHMlaXm3xvktZORwwHwYDVR0jBBgwFoAULOPYqs56PAOQHMlaXm3xvktZ
ORwwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBDZTI/jL+qnrOi
Ge45KJ2xv2A3fW06h5e2FDvhETejKwIhAOl2hKjfVTFEXjhi6M/IpDRLuLaHyflT
zjhjPqgRbPbF
-----END CERTIFICATE-----`;

test.each(algorithms.filter((one) => traitsOf(one).kty !== 'oct'))(
  '%s: a made key goes through PEM, JWK and JWK set, and still fits',
  async (algorithm) => {
    const key = await makeKey(algorithm, random);
    const pem = await pemOf(key, algorithm, 'private');
    const signing = await readKey(pem, { algorithm, secretAs: 'text' });
    if (!signing.ok || 'keys' in signing.keys) throw new Error('unread');
    const signed = await signJwt({ sub: 'a' }, { algorithm, key: signing.keys });
    if (!signed.ok) throw new Error(signed.code);
    const texts = [
      await pemOf(key, algorithm, 'public'),
      JSON.stringify(publicHalf(key)),
      JSON.stringify({ keys: [publicHalf(key)] }),
    ];
    for (const [index, text] of texts.entries()) {
      const read = await readKey(text, { algorithm, secretAs: 'text' });
      expect(read).toMatchObject({ ok: true, writtenAs: ['spki', 'jwk', 'jwks'][index] });
      const keys = read.ok ? read.keys : undefined;
      expect((await verifyJwt(signed.token, { algorithms: [algorithm], keys })).ok).toBe(true);
    }
    expect(JSON.stringify(publicHalf(key))).not.toContain('"d"');
  },
);

test('a certificate gives its public key', async () => {
  const read = await readKey(certificate, { algorithm: 'ES256', secretAs: 'text' });
  expect(read).toMatchObject({ ok: true, writtenAs: 'x509', keys: { kty: 'EC', crv: 'P-256' } });
});

test('secrets: as text with its white space, or as base64url; made as long as the hash, never public', async () => {
  const hs = { algorithm: 'HS384' } as const;
  expect(await readKey(' a b', { ...hs, secretAs: 'text' })).toMatchObject({
    keys: { k: 'IGEgYg' },
  });
  expect(await readKey(' YWI\n', { ...hs, secretAs: 'base64url' })).toMatchObject({
    keys: { kty: 'oct', k: 'YWI' },
  });
  const made = await makeKey('HS384', random);
  expect(made['k']).toHaveLength(64);
  expect(publicHalf(made)).toBeNull();
});

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = publicKey.export({ format: 'pem', type: 'spki' }) as string;

test.each([
  ['nothing', ' ', 'ES256', 'key-empty'],
  ['a public key as a secret', spki, 'HS256', 'pem-is-no-secret'],
  ['a key on another curve', spki, 'ES384', 'pem-unreadable'],
  ['PEM of another kind', '-----BEGIN RSA PRIVATE KEY-----', 'RS256', 'pem-unknown'],
  ['broken PEM', '-----BEGIN PUBLIC KEY-----\nx', 'RS256', 'pem-unreadable'],
  ['broken JSON', '{"kty":', 'RS256', 'jwk-unreadable'],
  ['a set of something', '{"keys":[1]}', 'RS256', 'jwk-unreadable'],
  ['text for a public key', 'abc', 'RS256', 'key-unrecognised'],
  ['plain text as base64url', 'not it!', 'HS256', 'secret-not-base64url'],
] as const)('refuses %s', async (_what, text, algorithm, code) => {
  expect(await readKey(text, { algorithm, secretAs: 'base64url' })).toMatchObject({
    ok: false,
    code,
  });
});
