import { beforeEach, describe, expect, test } from 'vitest';
import type { ServerEvent } from '../../../src/server/events.ts';
import { newIdentifier } from '../../../src/server/sessions/session-table.ts';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  guest = town.guest();
});

const changes = (): readonly string[] =>
  town.events.flatMap((event: ServerEvent) =>
    event.type === 'session-changed' ? [event.change] : [],
  );

describe('remembering by session', () => {
  test('sign-in writes a row and sets its identifier as a cookie', async () => {
    const answer = await guest.signIn();

    const [row] = [...town.sessions.values()];
    expect(answer.status).toBe(303);
    expect(answer.field('Location')).toBe('/cart');
    expect(answer.field('Set-Cookie')).toBe(
      `sid=${row?.id}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    );
    expect(row).toMatchObject({
      userId: 'alice',
      createdAt: town.now,
      idleExpiresAt: town.now + 30 * 60_000,
    });
    expect(row?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.codes).toEqual([
      'no-cookie-field',
      'credentials-read',
      'password-matched',
      'session-id-made',
      'session-row-written',
      'cookie-set',
      'redirected',
    ]);
  });

  test('looking around makes no session', async () => {
    await guest.get('/');
    await guest.get('/cart');
    expect(town.sessions.size).toBe(0);
  });

  test('the first bread makes a nameless session; sign-in changes its identifier and keeps the cart', async () => {
    await guest.post('/cart', { product: 'salt-bread' });
    await guest.post('/cart', { product: 'salt-bread' });
    const before = guest.cookies.get('sid');
    const answer = await guest.signIn();

    expect(guest.cookies.get('sid')).not.toBe(before);
    expect(answer.codes).toContain('session-id-dropped');
    expect([...town.sessions.values()]).toMatchObject([
      { userId: 'alice', data: { cart: { 'salt-bread': 2 } } },
    ]);
    expect(changes()).toEqual(['created', 'touched', 'updated', 'touched', 'regenerated']);
  });

  test('a careless shop keeps the identifier at sign-in', async () => {
    town.set({ regenerateAtSignIn: false });
    await guest.post('/cart', { product: 'salt-bread' });
    const before = guest.cookies.get('sid');
    await guest.signIn();

    expect(guest.cookies.get('sid')).toBe(before);
    expect(town.sessions.get(before ?? '')?.userId).toBe('alice');
  });

  test('the cart of another customer is not carried over', async () => {
    await guest.signIn();
    await guest.post('/cart', { product: 'croissant' });
    await guest.signIn('bob', 'honey');
    expect([...town.sessions.values()]).toMatchObject([{ userId: 'bob', data: { cart: {} } }]);
  });

  test('an identifier that the shop has not made is refused and replaced', async () => {
    guest.cookies.set('sid', 'chosen-by-mallory');
    const answer = await guest.post('/cart', { product: 'baguette' });

    expect(answer.codes).toContain('session-unknown');
    expect(guest.cookies.get('sid')).toMatch(/^[0-9a-f]{32}$/);
    expect(town.sessions.has('chosen-by-mallory')).toBe(false);
  });

  test.each([
    ['at 29 minutes', 29, 200],
    ['at 30 minutes', 30, 303],
  ])('the idle time-out, %s', async (_when, minutes, status) => {
    await guest.signIn();
    town.now += minutes * 60_000;
    expect((await guest.get('/account')).status).toBe(status);
  });

  test('an idle session is deleted when it is asked for; the browser still has its cookie', async () => {
    await guest.signIn();
    town.now += 31 * 60_000;
    const answer = await guest.get('/account');

    expect(answer.field('Location')).toBe('/login?next=/account');
    expect(answer.field('Set-Cookie')).toBeNull();
    expect(answer.trace.find(({ code }) => code === 'session-idle-expired')).toMatchObject({
      outcome: 'refused',
      rule: { document: 'OWASP-SM' },
      values: { minutes: 30 },
    });
    expect(town.sessions.size).toBe(0);
    expect(changes().at(-1)).toBe('expired');
  });

  test('the absolute time-out ends the busiest session', async () => {
    town.set({ absoluteTimeoutSeconds: 3600 });
    await guest.signIn();
    for (let minutes = 0; minutes < 50; minutes += 25) {
      town.now += 25 * 60_000;
      expect((await guest.get('/account')).status).toBe(200);
    }
    town.now += 10 * 60_000;
    expect((await guest.get('/account')).codes).toContain('session-absolute-expired');
  });

  test('sign-out deletes the row and the cookie, so that a copy of it is worth nothing', async () => {
    await guest.signIn();
    const thief = town.guest();
    thief.cookies.set('sid', guest.cookies.get('sid') ?? '');
    expect((await thief.get('/account')).status).toBe(200);

    const answer = await guest.post('/logout');
    expect(answer.field('Location')).toBe('/');
    expect(answer.field('Set-Cookie')).toBe(
      'sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect(guest.cookies.size).toBe(0);
    expect((await thief.get('/account')).status).toBe(303);
  });

  test('a restart loses every session and no order', async () => {
    await guest.signIn();
    town.internet.restart();

    expect(town.events.slice(-2)).toMatchObject([
      { type: 'session-changed', change: 'lost-in-restart', exchangeId: null },
      { type: 'server-restarted', host: 'shop.example', sessionsLost: 1 },
    ]);
    expect((await guest.get('/account')).codes).toContain('session-unknown');
    expect(town.stores.orders.size).toBe(2);
  });

  test('a session can be revoked by hand', async () => {
    await guest.signIn();
    expect(town.internet.revokeSession(guest.cookies.get('sid') ?? '')).toBe(true);
    expect(town.internet.revokeSession('no such row')).toBe(false);
    expect((await guest.get('/account')).status).toBe(303);
  });

  test('signing out everywhere ends every session of the user, and nobody else’s', async () => {
    const phone = town.guest();
    const bob = town.guest();
    await guest.signIn();
    await phone.signIn();
    await bob.signIn('bob', 'honey');
    const { content } = await guest.get('/account');
    expect(content).toContain('action="/logout/everywhere"');

    const answer = await guest.post('/logout/everywhere');
    expect(
      answer.trace.find(({ code }) => code === 'session-rows-of-user-deleted')?.values,
    ).toEqual({ user: 'alice', rows: 2 });
    expect(guest.cookies.size).toBe(0);
    expect((await phone.get('/account')).status).toBe(303);
    expect((await bob.get('/account')).status).toBe(200);
  });

  test('a stranger’s wish to sign out everywhere ends nothing', async () => {
    await guest.signIn();
    const stranger = town.guest();
    await stranger.post('/cart', { product: 'baguette' });
    await stranger.post('/logout/everywhere');
    expect((await guest.get('/account')).status).toBe(200);
  });

  test.each([
    [128, 32],
    [64, 16],
    [16, 4],
  ])('%i random bits are %i hexadecimal digits', async (sessionIdBits, digits) => {
    town.set({ sessionIdBits });
    const answer = await guest.signIn();
    expect(guest.cookies.get('sid')).toMatch(new RegExp(`^[0-9a-f]{${digits}}$`));
    expect(answer.trace.find(({ code }) => code === 'session-id-made')?.values).toMatchObject({
      bits: sessionIdBits,
    });
  });

  test('a row can be changed by hand: another user, another end', async () => {
    await guest.signIn();
    const sid = guest.cookies.get('sid') ?? '';
    expect(town.internet.editSession(sid, { userId: 'bob' })).toBe(true);
    expect(town.events.at(-1)).toMatchObject({
      type: 'session-changed',
      change: 'edited-by-hand',
      record: { userId: 'bob' },
      previous: { userId: 'alice' },
    });
    expect((await guest.get('/account')).content).toContain('Bob');

    town.internet.editSession(sid, { absoluteExpiresAt: town.now });
    expect(town.sessions.get(sid)?.idleExpiresAt).toBe(town.now);
    expect((await guest.get('/account')).codes).toContain('session-absolute-expired');
    expect(town.internet.editSession('no such row', { userId: 'bob' })).toBe(false);
  });
});

describe('identifiers', () => {
  test('one that is taken is never given twice, however few its bits', () => {
    const taken = new Set(['00']);
    const id = newIdentifier(
      8,
      (count) => new Uint8Array(count),
      (one) => taken.has(one),
    );
    expect(id).toBe('0000');
  });
});
