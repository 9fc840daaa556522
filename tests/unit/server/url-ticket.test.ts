import { beforeEach, expect, test } from 'vitest';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'url-ticket' });
  guest = town.guest();
});

const ticketIn = (address: string | null): string =>
  new URL(address ?? '', 'https://shop.example').searchParams.get('ticket') ?? '';

const addresses = (content: string): readonly string[] =>
  [...content.matchAll(/<(?:a|form)\b[^>]*?(?:href|action)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );

test('the first bread makes a row, and the answer carries its ticket in the address', async () => {
  const answer = await guest.post('/cart', { product: 'salt-bread' });
  const ticket = ticketIn(answer.field('Location'));
  expect(answer.field('Location')).toBe(`/cart?ticket=${ticket}`);
  expect(answer.field('Set-Cookie')).toBeNull();
  expect([...town.sessions.keys()]).toEqual([ticket]);
});

test('every link and form of a page carries the ticket, and nothing that the browser loads by itself', async () => {
  const ticket = ticketIn((await guest.post('/cart', { product: 'salt-bread' })).field('Location'));
  const answer = await guest.get(`/cart?ticket=${ticket}`);
  const found = addresses(answer.content);
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter((address) => ticketIn(address) !== ticket)).toEqual([]);
  expect(answer.content).toContain('href="/style.css"');
  expect(answer.trace.find(({ code }) => code === 'ticket-written')?.values).toEqual({
    ticket,
    addresses: found.length,
  });
});

test('without the ticket it is a stranger; with a copied one it is the guest', async () => {
  const ticket = ticketIn((await guest.signIn()).field('Location'));
  expect((await guest.get('/account')).status).toBe(303);
  expect((await town.guest().get(`/account?ticket=${ticket}`)).content).toContain('Alice');
});

test('the ticket changes at sign-in, unless the shop is careless', async () => {
  const before = ticketIn((await guest.post('/cart', { product: 'baguette' })).field('Location'));
  const credentials = { username: 'alice', password: 'butter' };
  const answer = await guest.post(`/login?ticket=${before}`, credentials);
  expect(ticketIn(answer.field('Location'))).not.toBe(before);
  expect((await guest.get(`/account?ticket=${before}`)).status).toBe(303);

  town.set({ regenerateAtSignIn: false });
  const chosen = ticketIn((await guest.post('/cart', { product: 'baguette' })).field('Location'));
  await guest.post(`/login?ticket=${chosen}`, credentials);
  expect((await town.guest().get(`/account?ticket=${chosen}`)).status).toBe(200);
});

test('a page asked for before sign-in comes with the new ticket only', async () => {
  const before = ticketIn((await guest.post('/cart', { product: 'baguette' })).field('Location'));
  const toSignIn = await guest.get(`/account?ticket=${before}`);
  const next = new URL(toSignIn.field('Location') ?? '', 'https://shop.example').searchParams.get(
    'next',
  );
  const answer = await guest.post(`/login?ticket=${before}`, {
    username: 'alice',
    password: 'butter',
    next: next ?? '',
  });
  expect(answer.field('Location')).toMatch(/^\/account\?ticket=[0-9a-f]{32}$/);
  expect(answer.field('Location')).not.toContain(before);
});

test('an unknown ticket is refused and not passed on', async () => {
  const answer = await guest.get('/?ticket=chosen-by-mallory');
  expect(answer.codes).toContain('session-unknown');
  expect(answer.content).not.toContain('chosen-by-mallory');
});

test('after sign-out no address carries a ticket', async () => {
  const ticket = ticketIn((await guest.signIn()).field('Location'));
  const answer = await guest.post(`/logout?ticket=${ticket}`);
  expect(answer.field('Location')).toBe('/');
  expect(town.sessions.size).toBe(0);
});

test('what guests write is no link, whatever it looks like', async () => {
  await guest.post('/products/baguette/reviews', { text: '<a href="/cart">cart</a>' });
  const ticket = ticketIn((await guest.post('/cart', { product: 'baguette' })).field('Location'));
  const { content } = await guest.get(`/products/baguette?ticket=${ticket}`);
  expect(content).toContain('&lt;a href=&quot;/cart&quot;&gt;');
});
