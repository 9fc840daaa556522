import { beforeEach, expect, test } from 'vitest';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'nothing' });
  guest = town.guest();
});

test('the bread is gone with the next request', async () => {
  const answer = await guest.post('/cart', { product: 'salt-bread' });
  expect(answer.field('Location')).toBe('/cart');
  expect(answer.field('Set-Cookie')).toBeNull();
  expect(answer.codes).toContain('nothing-remembered');
  expect((await guest.get('/cart')).content).toContain('id="cart-empty"');
});

test('so is the name', async () => {
  expect((await guest.signIn()).status).toBe(303);
  expect((await guest.get('/account')).status).toBe(303);
});

test('an order carries all it needs', async () => {
  const answer = await guest.post('/orders', {
    product: 'croissant',
    username: 'bob',
    password: 'honey',
  });
  expect(answer.status).toBe(201);
  expect(answer.field('Location')).toBe('/orders/1003');
  expect(town.stores.orders.get('1003')).toMatchObject({ userId: 'bob', total: 4200 });
});

test('an order with a wrong password is refused', async () => {
  expect(
    (await guest.post('/orders', { product: 'croissant', username: 'bob', password: 'butter' }))
      .status,
  ).toBe(403);
  expect(
    (await guest.post('/orders', { product: 'caviar', username: 'bob', password: 'honey' })).status,
  ).toBe(400);
  expect(town.stores.orders.size).toBe(2);
});
