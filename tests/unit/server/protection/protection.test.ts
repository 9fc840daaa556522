import { beforeEach, describe, expect, test } from 'vitest';
import {
  usualProtection,
  type ProtectionSettings,
} from '../../../../src/server/shop/protection/settings.ts';
import { completeSettings } from '../../../../src/server/shop/settings.ts';
import { Town, type Answer, type Guest } from '../support/guest.ts';

const form = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
const markup = '<img src="x" onerror="steal()"><script>steal()</script>';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  guest = town.guest();
});

function protect(change: Partial<ProtectionSettings>): void {
  town.set({ protection: { ...usualProtection, ...change } });
}

function tokenIn({ content }: Answer): string {
  return /name="csrf_token" value="([^"]*)"/.exec(content)?.[1] ?? '';
}

async function fillCart(): Promise<void> {
  await guest.signIn();
  await guest.post('/cart', { product: 'salt-bread' });
}

test('settings of labs kept before are completed with the usual protection', () => {
  expect(completeSettings({ remember: 'session' }).protection).toEqual(usualProtection);
  const partly = { protection: { checkOrigin: true } as ProtectionSettings };
  expect(completeSettings(partly).protection).toEqual({ ...usualProtection, checkOrigin: true });
});

describe('reviews', () => {
  beforeEach(() => guest.post('/products/salt-bread/reviews', { text: markup }));

  test('escaped: markup is the text that it is', async () => {
    const { content, trace } = await guest.get('/products/salt-bread');
    expect(content).toContain('&lt;script&gt;steal()&lt;/script&gt;');
    expect(content).not.toContain('<script>steal');
    expect(trace).toContainEqual(
      expect.objectContaining({ code: 'reviews-escaped', outcome: 'done', values: { reviews: 1 } }),
    );
  });

  test('raw: markup is part of the page, and the trace calls it careless', async () => {
    protect({ escapeReviews: false });
    const { content, trace } = await guest.get('/products/salt-bread');
    expect(content).toContain(markup);
    expect(trace).toContainEqual(
      expect.objectContaining({ code: 'careless-reviews-raw', rule: { document: 'OWASP-XSS' } }),
    );
  });
});

test('a policy goes along with every page when it is wanted, and with no redirect', async () => {
  expect((await guest.get('/')).field('Content-Security-Policy')).toBeNull();
  protect({ contentSecurityPolicy: true });
  expect((await guest.get('/cart')).field('Content-Security-Policy')).toMatch(
    /^default-src 'self'; /,
  );
  expect((await guest.signIn()).field('Content-Security-Policy')).toBeNull();
});

describe('form tokens', () => {
  test.each(['synchroniser', 'double-submit', 'signed-double-submit'] as const)(
    '%s: a form with the token of the page is taken, one without or with another is not',
    async (formToken) => {
      await fillCart();
      protect({ formToken });
      const token = tokenIn(await guest.get('/cart'));
      expect(token).toMatch(/^[\da-f]{32}/);
      expect((await guest.post('/orders')).codes).toContain('form-token-missing');
      const wrong = await guest.post('/orders', { csrf_token: 'made-up' });
      expect([wrong.status, wrong.codes.includes('form-token-wrong')]).toEqual([403, true]);
      expect(town.stores.orders.size).toBe(2);
      const right = await guest.post('/orders', { csrf_token: token });
      expect([right.status, right.codes.includes('form-token-matched')]).toEqual([303, true]);
      expect(town.stores.orders.size).toBe(3);
    },
  );

  test('every form of every page brings it along', async () => {
    await fillCart();
    protect({ formToken: 'synchroniser' });
    for (const path of ['/', '/cart', '/products/salt-bread', '/account', '/login']) {
      const { content } = await guest.get(path);
      const forms = content.match(/<form\b[^>]*method="post"/g) ?? [];
      expect(content.match(/name="csrf_token"/g)).toHaveLength(forms.length);
    }
  });

  test('naive double submit: whoever sets the cookie makes both agree; the signed one is of one session', async () => {
    await fillCart();
    protect({ formToken: 'double-submit' });
    guest.cookies.set('csrf', 'mallory');
    expect((await guest.post('/orders', { csrf_token: 'mallory' })).status).toBe(303);

    await guest.post('/cart', { product: 'salt-bread', csrf_token: 'mallory' });
    protect({ formToken: 'signed-double-submit' });
    const mallory = town.guest('192.0.2.9');
    await mallory.get('/');
    const hers = mallory.cookies.get('csrf') ?? '';
    guest.cookies.set('csrf', hers);
    const refused = await guest.post('/orders', { csrf_token: hers });
    expect([refused.status, refused.codes.includes('form-token-wrong')]).toEqual([403, true]);
  });

  test('where script knows the visitor by a bearer, no form needs one', async () => {
    protect({ formToken: 'signed-double-submit' });
    town.set({ remember: 'access-refresh' });
    const page = await guest.get('/cart');
    expect([tokenIn(page), guest.cookies.has('csrf')]).toEqual(['', false]);
  });
});

describe('where a request comes from', () => {
  const order = (fields: readonly (readonly [string, string])[]): Promise<Answer> =>
    guest.send('POST', '/orders', '', [form, ...fields]);

  test.each([
    ['the shop', [['Origin', 'https://shop.example']], 303, 'request-origin-matched'],
    [
      'the shop, by Referer',
      [['Referer', 'https://shop.example/x']],
      303,
      'request-origin-matched',
    ],
    ['another site', [['Origin', 'https://evil.example']], 403, 'request-origin-refused'],
    ['a sibling', [['Origin', 'https://blog.shop.example']], 403, 'request-origin-refused'],
    ['nobody says where', [], 403, 'request-origin-refused'],
    ['null', [['Origin', 'null']], 403, 'request-origin-refused'],
  ] as const)('Origin: %s', async (_name, fields, status, code) => {
    await fillCart();
    expect((await order([['Origin', 'https://evil.example']])).status).toBe(303);
    await guest.post('/cart', { product: 'salt-bread' });
    protect({ checkOrigin: true });
    const answer = await order(fields);
    expect([answer.status, answer.codes.includes(code)]).toEqual([status, true]);
  });

  test.each([
    ['POST', 'same-origin', 'navigate', true],
    ['POST', 'none', 'navigate', true],
    ['POST', 'same-site', 'navigate', false],
    ['POST', 'cross-site', 'navigate', false],
    ['GET', 'cross-site', 'navigate', true],
    ['GET', 'cross-site', 'no-cors', false],
    ['GET', 'same-site', 'no-cors', false],
  ])('Sec-Fetch-Site: %s, %s, %s: %s', async (method, site, mode, isTaken) => {
    protect({ checkFetchSite: true });
    const fields = [form, ['Sec-Fetch-Site', site], ['Sec-Fetch-Mode', mode]] as const;
    const { codes } = await guest.send(method, '/cart', 'product=salt-bread', fields);
    expect(codes).toContain(isTaken ? 'fetch-site-matched' : 'fetch-site-refused');
    expect(codes.includes('page-sent') || codes.includes('redirected')).toBe(true);
    expect(codes.includes('cart-changed')).toBe(isTaken && method === 'POST');
  });

  test('where the browser says nothing, nothing can be refused', async () => {
    protect({ checkFetchSite: true });
    expect((await guest.get('/cart')).status).toBe(200);
  });
});

describe('TLS', () => {
  test('a request without it is sent to the same address with it', async () => {
    expect((await guest.get('http://shop.example/cart?a=b')).status).toBe(200);
    protect({ redirectToTls: true });
    const answer = await guest.get('http://shop.example/cart?a=b');
    expect([answer.status, answer.field('Location')]).toEqual([
      308,
      'https://shop.example/cart?a=b',
    ]);
    expect(answer.trace.at(-1)).toMatchObject({ code: 'sent-to-tls', outcome: 'refused' });
    expect((await guest.get('/cart')).status).toBe(200);
  });

  test('Strict-Transport-Security goes with answers by TLS alone', async () => {
    protect({ strictTransportSecurity: true });
    const name = 'Strict-Transport-Security';
    expect((await guest.get('/')).field(name)).toBe('max-age=31536000; includeSubDomains');
    expect((await guest.get('http://shop.example/')).field(name)).toBeNull();
  });
});

test('__Host-: the cookie has its name from the moment at which the switch is set', async () => {
  protect({ hostPrefix: true });
  await guest.signIn();
  expect([...guest.cookies.keys()]).toEqual(['__Host-sid']);
  expect((await guest.get('/account')).status).toBe(200);
});

test('an order needs the password again, where the shop asks for it', async () => {
  await fillCart();
  protect({ askPasswordForOrders: true });
  expect((await guest.get('/cart')).content).toContain('id="password-again"');
  expect((await guest.post('/orders')).codes).toContain('password-asked-again');
  expect((await guest.post('/orders', { password: 'honey' })).status).toBe(403);
  expect(town.stores.orders.size).toBe(2);
  expect((await guest.post('/orders', { password: 'butter' })).status).toBe(303);
  expect(town.stores.orders.size).toBe(3);
});

describe('a session is tied', () => {
  test('to its address: a copy elsewhere is refused, and so is its owner in another network', async () => {
    protect({ bindSessionTo: 'address' });
    await guest.signIn();
    expect((await guest.get('/account')).status).toBe(200);
    guest.address = '198.51.100.7';
    const { codes, status } = await guest.get('/account');
    expect([status, codes.includes('session-tie-broken')]).toEqual([303, true]);
  });

  test('to the browser’s name, which anybody can send', async () => {
    protect({ bindSessionTo: 'user-agent' });
    await guest.signIn();
    expect((await guest.get('/account', [['User-Agent', 'another']])).status).toBe(303);
    expect((await guest.get('/account')).status).toBe(200);
  });
});

describe('identifiers that the shop has not given', () => {
  test.each([
    ['nothing is open', {}, false],
    ['taken from the address alone', { takeSessionIdFromAddress: true }, false],
    [
      'taken from the address, and adopted',
      { takeSessionIdFromAddress: true, adoptUnknownSessionIds: true },
      true,
    ],
  ])('%s', async (_name, change, isFixed) => {
    protect(change);
    town.set({ regenerateAtSignIn: false });
    await guest.get('/login?sid=chosen-by-mallory');
    await guest.signIn();
    expect(town.sessions.get('chosen-by-mallory')?.userId).toBe(isFixed ? 'alice' : undefined);
  });

  test('the trace says what became of the one in the address', async () => {
    expect((await guest.get('/login?sid=abc')).codes).toContain('session-id-in-address-ignored');
    protect({ takeSessionIdFromAddress: true });
    expect((await guest.get('/login?sid=abc')).codes).toContain('careless-session-id-in-address');
  });

  test('a new identifier at sign-in leaves the one in the link worthless', async () => {
    protect({ takeSessionIdFromAddress: true, adoptUnknownSessionIds: true });
    await guest.get('/login?sid=chosen-by-mallory');
    await guest.signIn();
    expect(town.sessions.has('chosen-by-mallory')).toBe(false);
  });
});

test('a GET changes nothing, unless the shop is careless', async () => {
  await fillCart();
  expect((await guest.get('/cart/order')).status).toBe(404);
  protect({ changeByGet: true });
  const { codes } = await guest.get('/cart/order');
  expect(codes).toContain('careless-changed-by-get');
  expect(town.stores.orders.size).toBe(3);
  await guest.get('/cart/add?product=baguette');
  expect((await guest.get('/cart')).content).toContain('cart-baguette');
  await guest.get('/logout');
  expect((await guest.get('/account')).status).toBe(303);
});

test.each([
  [true, 303],
  [false, 200],
])('signing out ends the session on the server: %s', async (endSessionAtSignOut, status) => {
  protect({ endSessionAtSignOut });
  await guest.signIn();
  const sid = guest.cookies.get('sid') ?? '';
  await guest.post('/logout');
  guest.cookies.set('sid', sid);
  expect((await guest.get('/account')).status).toBe(status);
});
