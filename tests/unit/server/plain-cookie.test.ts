import { beforeEach, describe, expect, test } from 'vitest';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'plain-cookie' });
  guest = town.guest();
});

test('everything is in the browser, in clear text', async () => {
  await guest.signIn();
  await guest.post('/cart', { product: 'salt-bread' });
  await guest.post('/cart', { product: 'salt-bread' });
  await guest.post('/cart', { product: 'rye-sourdough' });

  expect(Object.fromEntries(guest.cookies)).toEqual({
    user: 'alice',
    cart: 'salt-bread:2:3500|rye-sourdough:1:8500',
  });
  expect((await guest.get('/cart')).content).toContain('₩15,500');
  expect(town.sessions.size).toBe(0);
});

test('the shop believes a forged name and a forged price', async () => {
  guest.cookies.set('user', 'bob');
  guest.cookies.set('cart', 'salt-bread:2:10');

  expect((await guest.get('/orders/1002')).status).toBe(200);
  const answer = await guest.post('/orders');
  expect(answer.field('Location')).toBe('/orders/1003');
  expect(town.stores.orders.get('1003')).toMatchObject({ userId: 'bob', total: 20 });
  expect(town.events.find(({ type }) => type === 'order-placed')).toMatchObject({
    userId: 'bob',
    orderId: '1003',
    total: 20,
  });
});

test('an order empties the cart', async () => {
  await guest.signIn();
  await guest.post('/cart', { product: 'baguette' });
  await guest.post('/orders');
  expect([...guest.cookies.keys()]).toEqual(['user']);
});

test.each([
  '',
  ':',
  'salt-bread',
  'salt-bread:0:3500',
  'salt-bread:1:-5',
  'caviar:1:1',
  'salt-bread:1e3:1',
  '<script>',
  'a'.repeat(4000),
])('a cart of %j makes no trouble', async (cart) => {
  guest.cookies.set('cart', cart);
  const answer = await guest.get('/cart');
  expect(answer.status).toBe(200);
  expect(answer.content).toContain('id="cart-empty"');
  expect(answer.content).not.toContain('<script');
});

test('sign-out deletes both cookies', async () => {
  await guest.signIn();
  await guest.post('/cart', { product: 'baguette' });
  await guest.post('/logout');
  expect(guest.cookies.size).toBe(0);
});

describe('signed', () => {
  beforeEach(() => {
    town.set({ signPlainCookie: true });
  });

  test('what the shop has written is taken, and is readable all the same', async () => {
    await guest.signIn();
    await guest.post('/cart', { product: 'salt-bread' });
    expect(guest.cookies.get('cart')).toMatch(/^salt-bread:1:3500\.[\w-]{43}$/);
    expect((await guest.get('/account')).codes).toContain('cookie-signature-matched');
  });

  test('a forged price is noticed, and the cart refused', async () => {
    await guest.post('/cart', { product: 'salt-bread' });
    guest.cookies.set('cart', (guest.cookies.get('cart') ?? '').replace('3500', '10'));
    const answer = await guest.get('/cart');
    expect(answer.codes).toContain('cookie-signature-wrong');
    expect(answer.content).toContain('id="cart-empty"');
  });

  test.each(['alice', 'alice.', '.', '', 'alice.!!!!', 'alice.AAAA'])(
    '%j without a valid HMAC is refused',
    async (value) => {
      guest.cookies.set('user', value);
      expect((await guest.get('/account')).status).toBe(303);
    },
  );

  test('one cookie cannot be passed off as another', async () => {
    await guest.signIn();
    guest.cookies.set('cart', guest.cookies.get('user') ?? '');
    expect((await guest.get('/cart')).codes).toContain('cookie-signature-wrong');
  });
});
