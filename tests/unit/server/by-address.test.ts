import { beforeEach, expect, test } from 'vitest';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'by-address' });
  guest = town.guest('192.0.2.7');
});

test('cart and sign-in are found again by the address alone', async () => {
  await guest.post('/cart', { product: 'salt-bread' });
  const answer = await guest.signIn();
  expect(answer.field('Set-Cookie')).toBeNull();
  expect((await guest.get('/cart')).content).toContain('id="cart-salt-bread"');
  expect((await guest.get('/account')).status).toBe(200);
});

test('two guests behind one router are one guest', async () => {
  await guest.signIn();
  const neighbour = town.guest('192.0.2.7');
  const answer = await neighbour.get('/account');
  expect(answer.status).toBe(200);
  expect(answer.content).toContain('Alice');
  expect(answer.trace).toMatchObject([
    { code: 'address-looked-up', values: { address: '192.0.2.7' } },
    { code: 'address-believed', values: { user: 'alice' } },
    { code: 'page-sent' },
  ]);
});

test('a guest who changes networks is a stranger', async () => {
  await guest.signIn();
  guest.address = '198.51.100.4';
  const answer = await guest.get('/account');
  expect(answer.status).toBe(303);
  expect(answer.codes).toContain('address-unknown');
});

test('another customer at the same address does not get the cart', async () => {
  await guest.signIn();
  await guest.post('/cart', { product: 'croissant' });
  await guest.signIn('bob', 'honey');
  expect(town.stores.guests.get('192.0.2.7')).toMatchObject({ userId: 'bob', cart: {} });
});

test('signing out forgets the address, for everybody there; a restart forgets all', async () => {
  await guest.signIn();
  await guest.post('/logout');
  expect((await town.guest('192.0.2.7').get('/account')).status).toBe(303);
  await guest.signIn();
  town.internet.restart();
  expect((await guest.get('/account')).status).toBe(303);
});
