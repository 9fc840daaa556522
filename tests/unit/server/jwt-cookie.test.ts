import { beforeEach, describe, expect, test } from 'vitest';
import { algorithms } from '../../../src/jwt/algorithm.ts';
import { encodeTextAsBase64url } from '../../../src/jwt/base64url.ts';
import { decodeJwt } from '../../../src/jwt/decode.ts';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'jwt-cookie' });
  guest = town.guest();
});

function claims(): unknown {
  const decoded = decodeJwt(guest.cookies.get('token') ?? '');
  return decoded.ok ? decoded.claims : decoded;
}

test('a cart before sign-in needs no name', async () => {
  await guest.post('/cart', { product: 'salt-bread' });
  const iat = town.now / 1000;
  expect(claims()).toEqual({
    iss: 'https://shop.example',
    aud: 'https://shop.example',
    cart: { 'salt-bread': 1 },
    iat,
    exp: iat + 900,
    jti: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
  });
});

test('sign-in writes the name into it, and keeps the cart', async () => {
  await guest.post('/cart', { product: 'salt-bread' });
  const answer = await guest.signIn();
  expect(claims()).toMatchObject({ sub: 'alice', name: 'Alice', cart: { 'salt-bread': 1 } });
  expect(answer.codes.slice(-6)).toEqual([
    'credentials-read',
    'password-matched',
    'key-chosen',
    'token-signed',
    'cookie-set',
    'redirected',
  ]);
  expect((await guest.get('/account')).status).toBe(200);
  expect(town.sessions.size).toBe(0);
});

test('permissions are listed once somebody is signed in, as many as the shop is set to', async () => {
  town.set({ claimedPermissions: 20 });
  await guest.post('/cart', { product: 'salt-bread' });
  expect(claims()).not.toHaveProperty('permissions');
  await guest.signIn();
  const { permissions } = claims() as { readonly permissions: readonly string[] };
  expect(new Set(permissions).size).toBe(20);
});

test('a restart does it no harm', async () => {
  await guest.signIn();
  town.internet.restart();
  expect((await guest.get('/account')).status).toBe(200);
});

test('it ends at exp, whoever it is', async () => {
  await guest.signIn();
  town.now += 900_000 - 1;
  expect((await guest.get('/account')).status).toBe(200);
  town.now += 1;
  const answer = await guest.get('/account');
  expect(answer.status).toBe(303);
  expect(answer.trace.find(({ outcome }) => outcome === 'refused')).toMatchObject({
    code: 'token-claims-refused',
    values: { claim: 'exp' },
    rule: { document: 'RFC7519', section: '4.1.4' },
  });
});

test('an edited one is noticed at its signature', async () => {
  await guest.signIn();
  const [header = '', , signature = ''] = (guest.cookies.get('token') ?? '').split('.');
  guest.cookies.set('token', [header, encodeTextAsBase64url('{"sub":"bob"}'), signature].join('.'));
  expect((await guest.get('/orders/1002')).codes).toContain('token-signature-refused');
});

test.each([
  '',
  'x',
  'a.b.c',
  '..',
  'a.b.c.d.e',
  `${'a'.repeat(5000)}.b.c`,
  `${encodeTextAsBase64url('{"alg":"none"}')}.${encodeTextAsBase64url('{"sub":"bob"}')}.`,
])('a token of %j makes a stranger, and no trouble', async (token) => {
  guest.cookies.set('token', token);
  expect((await guest.get('/account')).field('Location')).toBe('/login?next=/account');
});

test('signing out everywhere is more than the shop can do: a copy goes on', async () => {
  await guest.signIn();
  const copy = town.guest();
  copy.cookies.set('token', guest.cookies.get('token') ?? '');
  expect((await guest.get('/account')).content).not.toContain('/logout/everywhere');

  const answer = await guest.post('/logout/everywhere');
  expect(answer.codes).toContain('everywhere-impossible');
  expect(guest.cookies.size).toBe(0);
  expect((await copy.get('/account')).status).toBe(200);
});

test.each(algorithms.filter((one) => one !== 'EdDSA'))(
  'signed with %s it is taken again, and nothing else signs it',
  async (cookieTokenAlgorithm) => {
    town.set({ cookieTokenAlgorithm });
    await guest.signIn();
    const token = decodeJwt(guest.cookies.get('token') ?? '');
    expect(token).toMatchObject({ ok: true, header: { alg: cookieTokenAlgorithm } });
    expect((await guest.get('/account')).status).toBe(200);
    town.stores.signingKeys.clear();
    town.set({ cookieTokenAlgorithm: 'HS256' });
    expect((await guest.get('/account')).codes).toContain('key-unknown');
  },
);

describe('taking it back before its time', () => {
  test('a deny-list ends the copy of one token', async () => {
    town.set({ accessTokenRevocation: 'deny-list' });
    await guest.signIn();
    const copy = copyOf(guest);
    const answer = await guest.post('/logout');
    expect(answer.codes).toContain('token-put-on-deny-list');
    expect((await copy.get('/account')).codes).toContain('token-denied');
    const [entry] = town.stores.deniedTokens.values();
    expect(entry?.exp).toBe(town.now / 1000 + 900);

    expect(town.internet.tokens.allowAgain(entry?.jti ?? '')).toBe(true);
    expect((await copy.get('/account')).status).toBe(200);
    expect(town.internet.tokens.allowAgain(entry?.jti ?? '')).toBe(false);
  });

  test('a token version ends every token of the user, and nobody else’s', async () => {
    town.set({ accessTokenRevocation: 'token-version' });
    await guest.signIn();
    const copy = copyOf(guest);
    const bob = town.guest();
    await bob.signIn('bob', 'honey');
    await guest.post('/logout/everywhere');
    expect((await copy.get('/account')).codes).toContain('token-outdated');
    expect((await bob.get('/account')).status).toBe(200);
    await copy.signIn();
    expect((await copy.get('/account')).status).toBe(200);
  });

  test('a cart without a name has no version to look up', async () => {
    town.set({ accessTokenRevocation: 'token-version' });
    await guest.post('/cart', { product: 'salt-bread' });
    const answer = await guest.get('/cart');
    expect(answer.codes).toContain('token-claims-valid');
    expect(answer.codes).not.toContain('token-outdated');
  });
});

function copyOf(other: Guest): Guest {
  const copy = town.guest();
  copy.cookies.set('token', other.cookies.get('token') ?? '');
  return copy;
}
