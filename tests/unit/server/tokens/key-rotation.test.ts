import { beforeEach, expect, test } from 'vitest';
import { decodeJwt } from '../../../../src/jwt/decode.ts';
import { Town, type Guest } from '../support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'jwt-cookie', cookieTokenAlgorithm: 'ES256' });
  guest = town.guest();
});

function kid(): string {
  const decoded = decodeJwt(guest.cookies.get('token') ?? '');
  return decoded.ok ? String(decoded.header.kid) : '';
}

async function shown(): Promise<readonly string[]> {
  const { content } = await guest.get('https://api.shop.example/.well-known/jwks.json');
  return (JSON.parse(content) as { keys: { kid: string }[] }).keys.map((key) => key.kid);
}

test('old tokens verify by their kid, new ones have the new kid, and everybody sees both keys', async () => {
  await guest.signIn();
  const old = kid();
  await town.internet.tokens.rotateKey();
  const answer = await guest.get('/account');
  expect(answer.status).toBe(200);
  expect(answer.trace.find(({ code }) => code === 'key-found')?.values).toEqual({ kid: old });
  await guest.post('/cart', { product: 'salt-bread' });
  expect(kid()).not.toBe(old);
  expect(await shown()).toEqual([old, kid()]);
});

test('the old key is let go with the last token that it signed', async () => {
  await guest.signIn();
  const old = kid();
  await town.internet.tokens.rotateKey();
  town.now += 900_000 - 1;
  expect((await guest.get('/account')).status).toBe(200);
  town.now += 1;
  expect((await guest.get('/account')).codes).toContain('key-unknown');
  expect(await shown()).not.toContain(old);
});

test('retired by hand, it takes its tokens with it at once', async () => {
  await guest.signIn();
  const old = kid();
  await town.internet.tokens.rotateKey();
  expect(town.internet.tokens.retireKey(old)).toBe(true);
  expect((await guest.get('/account')).codes).toContain('key-unknown');
  expect(await shown()).toHaveLength(1);
  expect(town.internet.tokens.retireKey(old)).toBe(false);
  expect(town.events).toContainEqual({ type: 'signing-key-changed', change: 'retired', kid: old });
});

test('of the two ways the one in use has its key replaced by one of its own algorithm', async () => {
  await town.internet.tokens.rotateKey();
  town.set({ remember: 'access-refresh', accessTokenAlgorithm: 'Ed25519' });
  await town.internet.tokens.rotateKey();
  expect([...town.stores.signingKeys.values()].map(({ algorithm }) => algorithm)).toContain(
    'Ed25519',
  );
});
