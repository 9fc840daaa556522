import { beforeEach, expect, test } from 'vitest';
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
    cart: { 'salt-bread': 1 },
    iat,
    exp: iat + 900,
  });
});

test('sign-in writes the name into it, and keeps the cart', async () => {
  await guest.post('/cart', { product: 'salt-bread' });
  const answer = await guest.signIn();
  expect(claims()).toMatchObject({ sub: 'alice', name: 'Alice', cart: { 'salt-bread': 1 } });
  expect(answer.codes.slice(-5)).toEqual([
    'credentials-read',
    'password-matched',
    'token-signed',
    'cookie-set',
    'redirected',
  ]);
  expect((await guest.get('/account')).status).toBe(200);
  expect(town.sessions.size).toBe(0);
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
