import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgeUnsecuredToken } from '../../../../src/jwt/careless/forge-unsecured-token.ts';
import { decodeJwt } from '../../../../src/jwt/decode.ts';
import { pemOf } from '../../../../src/jwt/jwk/make-key.ts';
import { careful, type CarelessSettings } from '../../../../src/server/shop/settings.ts';
import { Town, type Answer, type Guest } from '../support/guest.ts';

const shop = 'https://shop.example';
const api = 'https://api.shop.example';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  guest = town.guest();
});

const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

function signedWith(secret: string, header: object, claims: object): string {
  const input = `${base64url(header)}.${base64url(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** What Mallory would like to be told. */
function bobs(place: string): Record<string, unknown> {
  const iat = town.now / 1000;
  return { iss: place, aud: place, sub: 'bob', ver: 1, iat, nbf: iat, exp: iat + 600 };
}

async function kidOfPublicKey(): Promise<{ kid: string; pem: string }> {
  const [key] = town.stores.signingKeys.values();
  if (key === undefined) throw new Error('nothing has been signed yet');
  return { kid: key.kid, pem: await pemOf(key.jwk, 'RS256', 'public') };
}

/** A forged or stale token for each mistake, taken only by whoever makes it. */
const forgeries: readonly (readonly [
  keyof CarelessSettings,
  code: string,
  refusedAs: string,
  forge: (place: string, typ: string) => Promise<string>,
])[] = [
  [
    'acceptNone',
    'careless-none-accepted',
    'token-algorithm-refused',
    async (place, typ) => {
      const [, claims = ''] = forgeUnsecuredToken(bobs(place)).split('.');
      return `${base64url({ alg: 'none', typ })}.${claims}.`;
    },
  ],
  [
    'trustHeaderAlgorithm',
    'careless-header-algorithm-trusted',
    'token-algorithm-refused',
    async (place, typ) => {
      const { kid, pem } = await kidOfPublicKey();
      return signedWith(pem, { alg: 'HS256', kid, typ }, bobs(place));
    },
  ],
];

describe.each(forgeries)('%s', (setting, code, refusedAs, forge) => {
  const careless = { ...careful, [setting]: true };

  test('in a cookie: taken with it, refused without', async () => {
    town.set({ remember: 'jwt-cookie', cookieTokenAlgorithm: 'RS256' });
    await guest.signIn();
    guest.cookies.set('token', await forge(shop, 'JWT'));
    expect((await guest.get('/account')).codes).toContain(refusedAs);
    town.set({ careless });
    const answer = await guest.get('/account');
    expect(answer.content).toContain('Bob');
    expect(answer.trace.find((step) => step.code === code)).toMatchObject({
      outcome: 'careless',
      rule: { document: 'RFC8725' },
    });
  });

  test('as a bearer: taken with it, refused without', async () => {
    town.set({ remember: 'access-refresh', accessTokenAlgorithm: 'RS256' });
    await signInAtApi();
    const token = await forge(api, 'at+jwt');
    const refused = await me(token);
    expect(refused.status).toBe(401);
    expect(refused.codes).toContain(refusedAs);
    town.set({ careless });
    const taken = await me(token);
    expect(JSON.parse(taken.content)).toMatchObject({ sub: 'bob' });
    expect(taken.codes).toContain(code);
  });
});

test('a bearer of another kind is refused by the careless too', async () => {
  town.set({ remember: 'access-refresh', careless: { ...careful, acceptNone: true } });
  await signInAtApi();
  expect((await me(forgeUnsecuredToken(bobs(api)))).codes).toContain('token-type-refused');
});

test('skipExpiry: what has ended goes on', async () => {
  town.set({ remember: 'jwt-cookie' });
  await guest.signIn();
  town.now += 900_000;
  town.set({ careless: { ...careful, skipExpiry: true } });
  const answer = await guest.get('/account');
  expect(answer.status).toBe(200);
  expect(answer.codes).toContain('careless-expiry-skipped');
  town.set({ careless: careful });
  expect((await guest.get('/account')).codes).toContain('token-claims-refused');
});

test('skipAudience: a token for somebody else opens the shop', async () => {
  town.set({ remember: 'jwt-cookie', careless: { ...careful, weakSecret: true } });
  await guest.signIn();
  const [key] = town.stores.signingKeys.values();
  const claims = { ...bobs(shop), aud: 'https://news.example' };
  guest.cookies.set(
    'token',
    signedWith('croissant', { alg: 'HS256', kid: key?.kid, typ: 'JWT' }, claims),
  );
  const refused = await guest.get('/account');
  expect(refused.trace.find(({ outcome }) => outcome === 'refused')).toMatchObject({
    code: 'token-claims-refused',
    values: { claim: 'aud' },
  });
  town.set({ careless: { ...careful, weakSecret: true, skipAudience: true } });
  const answer = await guest.get('/account');
  expect(answer.content).toContain('Bob');
  expect(answer.codes).toContain('careless-audience-skipped');
});

describe('weakSecret', () => {
  test('the shop signs with a word, whoever guesses it signs too, and a careful shop takes neither', async () => {
    town.set({ remember: 'jwt-cookie', careless: { ...careful, weakSecret: true } });
    await guest.signIn();
    const decoded = decodeJwt(guest.cookies.get('token') ?? '');
    const header = decoded.ok ? decoded.header : { alg: '' };
    guest.cookies.set('token', signedWith('croissant', header, bobs(shop)));
    const answer = await guest.get('/account');
    expect(answer.content).toContain('Bob');
    expect(answer.codes).toContain('careless-weak-secret-taken');
    town.set({ careless: careful });
    const refused = await guest.get('/account');
    expect(refused.trace.find(({ outcome }) => outcome === 'refused')).toMatchObject({
      code: 'token-signature-refused',
      values: { reason: 'secret-too-short' },
    });
  });

  test('afterwards the shop signs with a strong key again', async () => {
    town.set({ remember: 'jwt-cookie', careless: { ...careful, weakSecret: true } });
    await guest.signIn();
    town.set({ careless: careful });
    await guest.signIn();
    expect((await guest.get('/account')).codes).toContain('token-signature-matched');
  });
});

test('carelessness in one thing is not carelessness in another', async () => {
  town.set({
    remember: 'jwt-cookie',
    cookieTokenAlgorithm: 'RS256',
    careless: { ...careful, skipExpiry: true, skipAudience: true },
  });
  await guest.signIn();
  guest.cookies.set('token', forgeUnsecuredToken(bobs(shop)));
  const answer = await guest.get('/account');
  expect(answer.status).toBe(303);
  expect(answer.codes).toContain('token-signature-refused');
});

async function signInAtApi(): Promise<void> {
  const credentials = JSON.stringify({ username: 'alice', password: 'butter' });
  await guest.send('POST', `${api}/token`, credentials, [
    ['Content-Type', 'application/json'],
    ['Origin', shop],
  ]);
}

function me(token: string): Promise<Answer> {
  return guest.get(`${api}/me`, [['Authorization', `Bearer ${token}`]]);
}
