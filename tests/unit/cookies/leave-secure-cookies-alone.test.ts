import { expect, test } from 'vitest';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import { refuseOverlay } from '../../../src/cookies/leave-secure-cookies-alone.ts';
import { cookie } from './access.ts';

const plain = 'http://shop.example/';

test.each<
  [what: string, fresh: Partial<Cookie>, stored: Partial<Cookie>, url: string, left: boolean]
>([
  ['the same cookie', {}, {}, plain, true],
  ['that of a parent domain', {}, { domain: 'example' }, plain, true],
  ['that of a subdomain', {}, { domain: 'www.shop.example' }, plain, true],
  ['that of a sibling', {}, { domain: 'news.example' }, plain, false],
  ['one on a path above', { path: '/login/en' }, { path: '/login' }, plain, true],
  ['one on a path below', { path: '/login' }, { path: '/login/en' }, plain, false],
  ['one of another name', { name: 'b' }, {}, plain, false],
  ['one of another partition', {}, { partitionKey: 'https://news.example' }, plain, false],
  ['one that is not Secure', {}, { secureOnly: false }, plain, false],
  ['the same, over TLS', {}, {}, 'https://shop.example/', false],
  ['the same, on this very machine', {}, {}, 'http://localhost/', false],
])('%s is left alone by a cookie from a plain connection', (_, fresh, stored, url, left) => {
  const neighbours = () => [cookie({ secureOnly: true, ...stored })];
  const refusal = refuseOverlay(cookie(fresh), neighbours, url);
  expect(refusal?.code ?? null).toBe(left ? 'secure-cookie-left-alone' : null);
});
