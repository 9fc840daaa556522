import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageOfThisShop } from '../../../src/server/shop/next-page.ts';
import { products } from '../../../src/server/shop/products.ts';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  guest = town.guest();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the second release', () => {
  test('has a front page of its own, with the same breads at the same addresses', async () => {
    const linksOf = (content: string) =>
      [...content.matchAll(/href="(\/products\/[a-z-]+)"/g)].map(([, path]) => path);
    const first = await guest.get('/');
    town.set({ release: 2 });
    const second = await guest.get('/');
    expect(first.content).not.toContain('id="bread-of-the-day"');
    expect(second.content).toContain('id="bread-of-the-day"');
    expect(new Set(linksOf(second.content))).toEqual(new Set(linksOf(first.content)));
  });

  test('takes the forms of the first', async () => {
    town.set({ release: 2 });
    await guest.post('/cart', { product: 'salt-bread' });
    expect((await guest.get('/cart')).content).toContain('/products/salt-bread');
  });
});

describe('pages', () => {
  test.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko', '오늘 구운 빵', '3,500원'],
    ['en;q=0.5, ko', 'ko', '오늘 구운 빵', '3,500원'],
    ['de, en-GB', 'en', 'Baked today', '₩3,500'],
    ['ko;q=x', 'en', 'Baked today', '₩3,500'],
  ])('speak the language that is asked for: %s', async (asked, language, title, price) => {
    const { content, field } = await guest.get('/', [['Accept-Language', asked]]);
    expect(content).toContain(`<html lang="${language}">`);
    expect(content).toContain(title);
    expect(content).toContain(price);
    expect(field('Content-Language')).toBe(language);
  });

  test.each(products.map(({ slug }) => slug))('%s has a page and a picture', async (slug) => {
    expect((await guest.get(`/products/${slug}`)).status).toBe(200);
    const picture = await guest.get(`/pictures/${slug}.svg`);
    expect(picture.field('Content-Type')).toBe('image/svg+xml; charset=utf-8');
    expect(picture.content).not.toMatch(/<script|on\w+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test('the style sheet loads nothing', async () => {
    const { content, field } = await guest.get('/style.css');
    expect(field('Content-Type')).toBe('text/css; charset=utf-8');
    expect(content).not.toMatch(/url\(|@import/);
  });

  test('say how long they are', async () => {
    const { content, field } = await guest.get('/', [['Accept-Language', 'ko']]);
    expect(Number(field('Content-Length'))).toBe(new TextEncoder().encode(content).length);
  });

  test('show text from guests as text', async () => {
    await guest.post('/products/baguette/reviews', {
      text: '<img src=x onerror=alert(1)> & "so on"',
    });
    const { content } = await guest.get('/products/baguette');
    expect(content).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so on&quot;');
    expect(content).not.toContain('<img src=x');
  });
});

describe('the cart', () => {
  test('can be changed and emptied', async () => {
    await guest.post('/cart', { product: 'salt-bread' });
    await guest.post('/cart/quantity', { product: 'salt-bread', quantity: '4' });
    expect((await guest.get('/cart')).content).toContain('₩14,000');
    await guest.post('/cart/remove', { product: 'salt-bread' });
    expect((await guest.get('/cart')).content).toContain('id="cart-empty"');
  });

  test.each(['0', '-1', '1.5', '100', 'NaN', '', '1e9'])(
    'takes no quantity of %j',
    async (quantity) => {
      expect((await guest.post('/cart/quantity', { product: 'salt-bread', quantity })).status).toBe(
        400,
      );
    },
  );

  test('never holds more than 99 of a kind', async () => {
    await guest.post('/cart/quantity', { product: 'salt-bread', quantity: '99' });
    await guest.post('/cart', { product: 'salt-bread' });
    expect([...town.stores.sessions.values()]).toMatchObject([
      { data: { cart: { 'salt-bread': 99 } } },
    ]);
  });

  test('becomes an order when its owner is known', async () => {
    await guest.post('/cart', { product: 'salt-bread' });
    expect((await guest.post('/orders')).field('Location')).toBe('/login?next=/cart');
    await guest.signIn();
    const answer = await guest.post('/orders');
    expect((await guest.get(answer.field('Location') ?? '')).content).toContain('₩3,500');
    expect((await guest.post('/orders')).field('Location')).toBe('/cart');
  });
});

describe('authorisation', () => {
  test.each([
    ['1001', 200, 'order-owner-matched'],
    ['1002', 403, 'order-owner-differs'],
    ['9999', 404, 'order-unknown'],
  ])('Alice asks for order %s: %i', async (id, status, code) => {
    await guest.signIn();
    const answer = await guest.get(`/orders/${id}`);
    expect(answer.status).toBe(status);
    expect(answer.codes).toContain(code);
  });

  test('a stranger has to sign in first', async () => {
    expect((await guest.get('/orders/1001')).field('Location')).toBe('/login?next=/orders/1001');
  });
});

describe('sign-in', () => {
  test.each([
    ['a wrong password', 'alice', 'honey'],
    ['an unknown name', 'mallory', 'butter'],
    ['a name that every object has', 'constructor', ''],
  ])('with %s is refused, and nothing is remembered', async (_what, username, password) => {
    const answer = await guest.signIn(username, password);
    expect(answer.status).toBe(403);
    expect(answer.codes.slice(-3)).toEqual(['credentials-read', 'password-wrong', 'page-sent']);
    expect(answer.field('Set-Cookie')).toBeNull();
    expect(answer.content).toContain('role="alert"');
  });

  test.each([
    ['/login', 'value="alice"'],
    ['/login?as=bob', 'value="bob"'],
    ['/login?as=%22%3E%3Cb%3E', 'value="alice"'],
  ])('%s arrives filled in', async (path, value) => {
    expect((await guest.get(path)).content).toContain(value);
  });

  test('goes where it was asked to', async () => {
    expect((await guest.get('/login?next=/account')).content).toContain(
      'name="next" value="/account"',
    );
    const answer = await guest.post('/login', {
      username: 'alice',
      password: 'butter',
      next: '/account',
    });
    expect(answer.field('Location')).toBe('/account');
  });

  test('but never out of the shop', async () => {
    const answer = await guest.post('/login', {
      username: 'alice',
      password: 'butter',
      next: 'https://evil.example/',
    });
    expect(answer.field('Location')).toBe('/cart');
    expect(answer.codes).toContain('next-refused');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'cart',
    '',
    '/a\r\nb',
    '/..//evil.example',
    '/.//evil.example',
  ])('%j leads into the shop, or nowhere', (next) => {
    const path = pageOfThisShop(next);
    if (path !== null)
      expect(new URL(path, 'https://shop.example').origin).toBe('https://shop.example');
  });

  test('works where the page has no WebCrypto', async () => {
    vi.stubGlobal('crypto', {});
    expect((await guest.signIn()).codes).toContain('password-matched');
  });

  test('never tells the password on', async () => {
    await guest.signIn('alice', 'a very secret word');
    await guest.signIn();
    expect(JSON.stringify(town.events)).not.toMatch(/a very secret word|butter/);
  });
});

describe('what it does not take', () => {
  test.each([
    ['GET', '/nowhere', 404],
    ['POST', '/', 405],
    ['DELETE', '/cart', 405],
    ['GET', '/logout', 405],
    ['GET', '/products/caviar', 404],
    ['GET', '/products/%E0%A4%A', 404],
    ['GET', '/pictures/caviar.svg', 404],
    ['FROBNICATE', '/nowhere', 404],
  ])('%s %s: %i, with a page', async (method, path, status) => {
    const answer = await guest.send(method, path, '', []);
    expect(answer.status).toBe(status);
    expect(answer.content).toContain('id="problem"');
    if (status === 405) expect(answer.field('Allow')).toMatch(/GET|POST/);
  });

  test('a form that is none, or too large', async () => {
    expect(
      (await guest.send('POST', '/login', '{}', [['Content-Type', 'application/json']])).status,
    ).toBe(415);
    expect((await guest.send('POST', '/login', 'username=alice', [])).status).toBe(415);
    const large = 'a='.padEnd(70_000, 'a');
    expect(
      (
        await guest.send('POST', '/cart', large, [
          ['Content-Type', 'application/x-www-form-urlencoded'],
        ])
      ).status,
    ).toBe(413);
  });

  test('a review that is empty or too long', async () => {
    expect((await guest.post('/products/baguette/reviews', { text: ' ' })).status).toBe(400);
    expect((await guest.post('/products/baguette/reviews', { text: 'a'.repeat(501) })).status).toBe(
      400,
    );
    expect((await guest.post('/products/caviar/reviews', { text: 'Good' })).status).toBe(404);
  });

  test('HEAD is answered like GET, without content', async () => {
    const answer = await guest.send('HEAD', '/', '', []);
    expect(answer).toMatchObject({ status: 200, content: '' });
    expect(answer.field('Content-Length')).not.toBe('0');
  });

  test('whatever comes, an answer goes', async () => {
    const way = fc.constantFrom('nothing', 'plain-cookie', 'session', 'jwt-cookie');
    const path = fc.oneof(
      // Two slashes would begin another host.
      fc.webPath().map((made) => made.replace(/^\/*/, '/')),
      fc.constantFrom(
        '/',
        '/cart',
        '/account',
        '/orders/1001',
        '/login?next=%',
        '/products/croissant',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        way,
        fc.constantFrom('GET', 'HEAD', 'PUT'),
        path,
        fc.string({ unit: 'binary', maxLength: 80 }),
        async (remember, method, target, cookie) => {
          town.set({ remember, signPlainCookie: cookie.length % 2 === 0 });
          const stranger = town.guest();
          for (const name of ['sid', 'user', 'cart', 'token']) stranger.cookies.set(name, cookie);
          const { status } = await stranger.send(method, target, '', []);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
  });
});
