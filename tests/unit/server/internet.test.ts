import { beforeEach, expect, test } from 'vitest';
import { NetworkFailure } from '../../../src/http/network-failure.ts';
import { Town, type Guest } from './support/guest.ts';

let guest: Guest;

beforeEach(() => {
  guest = new Town().guest();
});

test('the newspaper embeds a frame of the ad server and links to the shop', async () => {
  const { status, content, field } = await guest.get('https://news.example/');
  expect(status).toBe(200);
  expect(content).toContain('src="https://ads.example/banner"');
  expect(content).toContain('href="https://shop.example/"');
  expect(field('Set-Cookie')).toBeNull();
  expect((await guest.get('https://news.example/nowhere')).status).toBe(404);
});

test('the ad server gives a browser an identifier, and recognises it', async () => {
  const fromNews = [['Referer', 'https://news.example/']] as const;
  const first = await guest.get('https://ads.example/banner', fromNews);
  expect(first.field('Set-Cookie')).toMatch(
    /^ad_id=[0-9a-f]{16}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=None$/,
  );
  expect(first.content).toContain('We have not met.');
  const second = await guest.get('https://ads.example/banner', fromNews);
  expect(second.field('Set-Cookie')).toBeNull();
  expect(second.trace).toMatchObject([
    { code: 'ad-id-recognised', values: { adId: guest.cookies.get('ad_id') } },
  ]);
  expect(second.content).toContain('You again! Ad number 2 for you. Seen on: news.example');
  const own = await guest.get('https://ads.example/');
  expect(own.content).toContain('Ad number 3 for you. Seen on: news.example, ads.example');
});

test('an identifier that the ad server did not give is a new acquaintance all the same', async () => {
  guest.cookies.set('ad_id', 'made-up');
  const { content } = await guest.get('https://ads.example/banner');
  expect(content).toContain('Ad number 1 for you. Seen on: ads.example');
});

test('the picture of the ad recognises nobody', async () => {
  const { field, status } = await guest.get('https://ads.example/banner.svg');
  expect([status, field('Set-Cookie')]).toEqual([200, null]);
  expect((await guest.get('https://ads.example/nowhere')).status).toBe(404);
});

test('the shop is the same without TLS', async () => {
  expect((await guest.get('http://shop.example/')).content).toContain('Baked today');
});

test.each([
  'https://nobody.example/',
  'https://shop.example.evil.example/',
  'https://example.com/',
  'data:text/html,x',
])('nobody runs %s: it cannot be reached', async (url) => {
  await expect(guest.get(url)).rejects.toThrow(new NetworkFailure('name-not-resolved'));
});
