import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Algorithm } from '../../../src/jwt/algorithm.ts';
import { explainVerification } from '../../../src/jwt/explain/explain-verification.ts';
import type { Jwk, JwkSet } from '../../../src/jwt/jwk/jwk.ts';
import { signJwt } from '../../../src/jwt/sign.ts';
import { verifyJwt } from '../../../src/jwt/verify.ts';
import { testKey } from './test-keys.ts';

const now = 1_800_000_000;
const admin = '{"sub":"admin"}';
const hs = testKey('HS256');
const rs = testKey('RS256');
const es = testKey('ES256');

/** Written without the code under test, so that what it refuses can be forged. */
function b64(text: string | Buffer): string {
  return Buffer.from(text).toString('base64url');
}

function inputOf(header: object | string, payload = admin): string {
  return `${b64(typeof header === 'string' ? header : JSON.stringify(header))}.${b64(payload)}`;
}

function hmacOf(input: string, secret: string | Buffer): string {
  return `${input}.${b64(createHmac('sha256', secret).update(input).digest())}`;
}

/** Signed with the verifier's own secret: all but one thing is right about it. */
function rightly(header: object | string, payload = admin): string {
  return hmacOf(inputOf(header, payload), hs.signingNode as Buffer);
}

async function isTaken(
  token: string,
  keys: Jwk | JwkSet,
  algorithms: readonly Algorithm[],
): Promise<boolean> {
  const { accepted } = await explainVerification(token, { algorithms, keys, now });
  return accepted;
}

test('what the attacks below are made of is taken when nothing is wrong with it', async () => {
  expect(await isTaken(rightly({ alg: 'HS256' }), hs.verifying, ['HS256'])).toBe(true);
});

test.each(['none', 'None', 'NONE', 'nOnE', 'none ', '', 'null', 'HS256 ', 'hs256'])(
  'alg %j, signed or not',
  async (alg) => {
    for (const token of [`${inputOf({ alg })}.`, rightly({ alg })])
      for (const keys of [hs.verifying, rs.verifying])
        expect(await isTaken(token, keys, ['HS256', 'RS256'])).toBe(false);
  },
);

describe('a public key as HMAC secret', () => {
  const key = createPublicKey(rs.verifyingPem);
  const pem = key.export({ format: 'pem', type: 'spki' }) as string;
  test.each<[string, string | Buffer]>([
    ['PEM', pem],
    ['PEM without its last line feed', pem.trimEnd()],
    ['PEM in PKCS#1', key.export({ format: 'pem', type: 'pkcs1' })],
    ['DER', key.export({ format: 'der', type: 'spki' })],
    ['JWK', JSON.stringify(rs.verifying)],
    ['its modulus', Buffer.from(rs.verifying['n'] as string, 'base64url')],
    ['nothing', ''],
  ])('%s', async (_what, secret) => {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const input = inputOf({ alg });
      const mac = createHmac(`sha${alg.slice(2)}`, secret)
        .update(input)
        .digest();
      const token = `${input}.${b64(mac)}`;
      for (const keys of [rs.verifying, { keys: [rs.verifying] }])
        expect(await isTaken(token, keys, ['RS256', 'HS256', 'HS384', 'HS512'])).toBe(false);
    }
  });
});

describe('a key that the token brings along', () => {
  const mallory = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = mallory.publicKey.export({ format: 'jwk' });
  const zeros = Buffer.alloc(64);
  const bySelf = (header: object) => {
    const input = inputOf({ alg: 'RS256', ...header });
    return `${input}.${b64(sign('sha256', Buffer.from(input), mallory.privateKey))}`;
  };
  const x5c = [mallory.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')];

  test.each<[string, object]>([
    ['jwk', { jwk }],
    ['jku', { jku: 'https://evil.example/jwks.json' }],
    ['x5u', { x5u: 'https://evil.example/cert.pem' }],
    ['x5c', { x5c }],
    ['jwk under the right kid', { jwk: { ...jwk, kid: 'a' }, kid: 'a' }],
    ['all of them', { jwk, x5c, jku: 'data:,', x5u: 'data:,' }],
  ])('%s', async (_what, header) => {
    for (const keys of [rs.verifying, { keys: [{ ...rs.verifying, kid: 'a' }] }, { keys: [] }])
      expect(await isTaken(bySelf(header), keys, ['RS256'])).toBe(false);
  });

  test.each(['../../../../dev/null', "' OR 1=1 --", '__proto__', '', 'constructor', '0'])(
    'kid %j',
    async (kid) => {
      for (const secret of ['', zeros, kid, 'undefined']) {
        const token = hmacOf(inputOf({ alg: 'HS256', kid }), secret);
        expect(await isTaken(token, { keys: [{ ...hs.verifying, kid: 'a' }] }, ['HS256'])).toBe(
          false,
        );
        expect(await isTaken(token, hs.verifying, ['HS256'])).toBe(false);
      }
    },
  );
});

describe('another text with the same meaning', () => {
  const token = rightly({ alg: 'HS256' });
  const [header = '', payload = '', signature = ''] = token.split('.');
  const last = signature.at(-1)!;
  const next = String.fromCharCode(last.charCodeAt(0) + 1);
  test.each([
    ['no signature', `${header}.${payload}.`],
    ['no third part', `${header}.${payload}`],
    ['a part more', `${token}.`],
    ['half a signature', `${header}.${payload}.${signature.slice(0, 22)}`],
    ['padding', `${token}=`],
    ['padding of a part', `${header}=.${payload}.${signature}`],
    ['unused bits set', `${token.slice(0, -1)}${next}`],
    ['a line feed', `${token}\n`],
    ['a space before', ` ${token}`],
    ['a space within', `${header}. ${payload}.${signature}`],
    ['base64 of the other kind', token.slice(0, -2) + '+/'],
    ['a NUL', `${token}\0`],
  ])('%s', async (_what, changed) => {
    expect(await isTaken(changed, hs.verifying, ['HS256'])).toBe(false);
  });
});

test.each([
  ['alg twice', '{"alg":"none","alg":"HS256"}', admin],
  ['alg twice, once escaped', '{"\\u0061lg":"none","alg":"HS256"}', admin],
  ['sub twice', '{"alg":"HS256"}', '{"sub":"alice","sub":"admin"}'],
  ['an array', '["HS256"]', admin],
  ['a text for claims', '{"alg":"HS256"}', '"admin"'],
  ['null for claims', '{"alg":"HS256"}', 'null'],
  ['no JSON', '{"alg":"HS256"}', '{"exp":NaN}'],
  ['a byte order mark', '{"alg":"HS256"}', `\ufeff${admin}`],
  ['alg as a list', '{"alg":["HS256"]}', admin],
  ['crit unknown', '{"alg":"HS256","crit":["exp"],"exp":1}', admin],
  ['crit empty', '{"alg":"HS256","crit":[]}', admin],
  ['crit null', '{"alg":"HS256","crit":null}', admin],
  ['crit not there', '{"alg":"HS256","crit":["b64"]}', admin],
  ['b64', '{"alg":"HS256","b64":false,"crit":["b64"]}', admin],
])('rightly signed, but with %s', async (_what, header, payload) => {
  expect(await isTaken(rightly(header, payload), hs.verifying, ['HS256'])).toBe(false);
});

test.each(['1e999', '-1e999', '1e300', '99999999999999999999', '"9999999999"', '"NaN"', 'null'])(
  'exp, nbf or iat of %s',
  async (time) => {
    for (const claim of ['exp', 'nbf', 'iat']) {
      const token = rightly({ alg: 'HS256' }, `{"${claim}":${time}}`);
      expect(await isTaken(token, hs.verifying, ['HS256'])).toBe(false);
    }
  },
);

test.each(['true', '[4102444800]', '{}', '[]', '{"valueOf":4102444800}', '0', '-1', '1800000000'])(
  'exp of %s',
  async (exp) => {
    const token = rightly({ alg: 'HS256' }, `{"exp":${exp}}`);
    expect(await isTaken(token, hs.verifying, ['HS256'])).toBe(false);
  },
);

test('a header nested a hundred thousand deep', async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const token = rightly(`{"alg":"none","x":${deep}}`, deep);
  expect(await isTaken(token, hs.verifying, ['HS256'])).toBe(false);
});

test.each([
  ['zeros', Buffer.alloc(64)],
  ['r zero', Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 1)])],
  ['s zero', Buffer.concat([Buffer.alloc(32, 1), Buffer.alloc(32)])],
  ['the order of the curve', orderOfP256Twice()],
  ['nothing', Buffer.alloc(0)],
  ['one octet more', Buffer.alloc(65)],
])('an ES256 signature of %s', async (_what, signature) => {
  const token = `${inputOf({ alg: 'ES256' })}.${b64(signature)}`;
  expect(await isTaken(token, es.verifying, ['ES256'])).toBe(false);
});

function orderOfP256Twice(): Buffer {
  const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
  return Buffer.from(order.repeat(2), 'hex');
}

test('an ES256 signature in DER', async () => {
  const input = inputOf({ alg: 'ES256' });
  const der = sign('sha256', Buffer.from(input), es.signingNode as never);
  expect(await isTaken(`${input}.${b64(der)}`, es.verifying, ['ES256'])).toBe(false);
});

test('an RSA key of 1024 bits signs nothing and proves nothing', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const key = privateKey.export({ format: 'jwk' }) as Jwk;
  expect(await signJwt({}, { algorithm: 'RS256', key })).toMatchObject({
    ok: false,
    code: 'rsa-key-too-small',
  });
  const input = inputOf({ alg: 'RS256' });
  const token = `${input}.${b64(sign('sha256', Buffer.from(input), privateKey))}`;
  const keys = publicKey.export({ format: 'jwk' }) as Jwk;
  expect(await verifyJwt(token, { algorithms: ['RS256'], keys })).toMatchObject({
    ok: false,
    code: 'rsa-key-too-small',
  });
});

test('a secret of a few letters proves nothing', async () => {
  const token = hmacOf(inputOf({ alg: 'HS256' }), 'secret');
  expect(
    await verifyJwt(token, { algorithms: ['HS256'], keys: { kty: 'oct', k: b64('secret') } }),
  ).toMatchObject({ ok: false, code: 'secret-too-short' });
});

test.each<[Algorithm, Algorithm]>([
  ['RS256', 'PS256'],
  ['PS256', 'RS256'],
  ['RS256', 'RS512'],
  ['HS512', 'HS256'],
])('a token in %s for a verifier of %s', async (algorithm, wanted) => {
  const { signing, verifying } = testKey(algorithm);
  const signed = await signJwt({ sub: 'admin' }, { algorithm, key: signing });
  const token = signed.ok ? signed.token : '';
  expect(await isTaken(token, verifying, [algorithm])).toBe(true);
  expect(await isTaken(token, verifying, [wanted])).toBe(false);
  const renamed = `${b64(JSON.stringify({ alg: wanted }))}.${token.split('.').slice(1).join('.')}`;
  expect(await isTaken(renamed, verifying, [wanted])).toBe(false);
});
