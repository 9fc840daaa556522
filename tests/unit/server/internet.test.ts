import { beforeEach, expect, test } from 'vitest';
import { NetworkFailure } from '../../../src/http/network-failure.ts';
import { Town, type Guest } from './support/guest.ts';

let guest: Guest;

beforeEach(() => {
  guest = new Town().guest();
});

test('the newspaper embeds a picture of the ad server and links to the shop', async () => {
  const { status, content, field } = await guest.get('https://news.example/');
  expect(status).toBe(200);
  expect(content).toContain('src="https://ads.example/banner.svg"');
  expect(content).toContain('href="https://shop.example/"');
  expect(field('Set-Cookie')).toBeNull();
  expect((await guest.get('https://news.example/nowhere')).status).toBe(404);
});

test('the ad server gives a browser an identifier, and recognises it', async () => {
  const first = await guest.get('https://ads.example/banner.svg');
  expect(first.field('Set-Cookie')).toMatch(
    /^ad_id=[0-9a-f]{16}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=None$/,
  );
  const second = await guest.get('https://ads.example/banner.svg');
  expect(second.field('Set-Cookie')).toBeNull();
  expect(second.trace).toMatchObject([
    { code: 'ad-id-recognised', values: { adId: guest.cookies.get('ad_id') } },
  ]);
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
