import { expect, test } from 'vitest';
import { refuseSecureFromInsecureOrigin } from '../../../src/cookies/secure-attribute.ts';
import { cookie } from './access.ts';

test.each([
  ['https://shop.example/', null],
  ['http://shop.example/', 'secure-from-insecure-origin'],
  ['http://localhost/', null],
  ['http://www.localhost:8080/', null],
  ['http://127.0.0.1/', null],
  ['http://127.1.2.3/', null],
  ['http://[::1]/', null],
  ['http://192.168.0.1/', 'secure-from-insecure-origin'],
  ['ws://shop.example/', 'secure-from-insecure-origin'],
  ['wss://shop.example/', null],
])('Secure from %s: %s', (url, code) => {
  expect(refuseSecureFromInsecureOrigin(cookie({ secureOnly: true }), url)?.code ?? null).toBe(
    code,
  );
  expect(refuseSecureFromInsecureOrigin(cookie(), url)).toBeNull();
});
