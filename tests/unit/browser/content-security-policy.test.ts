import { expect, test } from 'vitest';
import { checkPolicy, type PolicyQuestion } from '../../../src/browser/content-security-policy.ts';

const page = 'https://shop.example/cart';
const inline = { kind: 'inline-script' } as const;
const handler = { kind: 'handler' } as const;
const script = (url: string) => ({ kind: 'script', url }) as const;

test.each<[policy: string, question: PolicyQuestion]>([
  ['', inline],
  ["default-src 'self'; script-src 'unsafe-inline'", inline],
  ["script-src 'nonce-abc'", { ...inline, nonce: 'abc' }],
  ["script-src 'unsafe-inline'", handler],
  ["script-src 'self'; script-src-attr 'unsafe-inline'", handler],
  ["script-src 'self'", script('https://shop.example/app.js')],
  ["script-src 'self'; script-src 'none'", script('https://shop.example/app.js')],
  ['SCRIPT-SRC cdn.example', script('https://cdn.example/x.js')],
  ['script-src *.example', script('https://cdn.example/x.js')],
  ['script-src https:', script('https://cdn.example/x.js')],
  ['script-src https://cdn.example/lib/', script('https://cdn.example/lib/x.js')],
  ['script-src cdn.example:*', script('https://cdn.example:8443/x.js')],
  [
    "default-src 'none'; connect-src api.shop.example",
    { kind: 'connect', url: 'https://api.shop.example/me' },
  ],
  ["script-src 'none'", { kind: 'image', url: 'https://evil.example/x.png' }],
  ['img-src *', { kind: 'image', url: 'https://evil.example/x.png' }],
])('%s allows %o', (policy, question) => {
  expect(checkPolicy({ policies: [policy], url: page }, question)).toEqual({ ok: true });
});

test.each<[policy: string, question: PolicyQuestion, directive: string]>([
  ["default-src 'self'", inline, 'default-src'],
  ["script-src 'self'", handler, 'script-src'],
  ["script-src 'none'", script('https://shop.example/app.js'), 'script-src'],
  ['script-src', script('https://shop.example/app.js'), 'script-src'],
  ["script-src 'nonce-abc' 'unsafe-inline'", inline, 'script-src'],
  ["script-src 'nonce-abc'", { ...inline, nonce: 'ABC' }, 'script-src'],
  ["script-src 'nonce-'", { ...inline, nonce: '' }, 'script-src'],
  ["script-src 'self'", script('https://cdn.example/x.js'), 'script-src'],
  ["script-src 'self'", script('http://shop.example/x.js'), 'script-src'],
  ["script-src 'self'", script('https://shop.example:8443/x.js'), 'script-src'],
  ['script-src *.shop.example', script('https://shop.example/x.js'), 'script-src'],
  ['script-src https://cdn.example/lib', script('https://cdn.example/lib/x.js'), 'script-src'],
  ["connect-src 'self'", { kind: 'connect', url: 'https://evil.example/' }, 'connect-src'],
  ["img-src 'self'", { kind: 'image', url: 'https://evil.example/' }, 'img-src'],
])('%s forbids %o', (policy, question, directive) => {
  expect(checkPolicy({ policies: [policy], url: page }, question)).toMatchObject({
    ok: false,
    code: 'blocked-by-policy',
    rule: { document: 'CSP' },
    values: { directive },
  });
});

test('each policy has to allow it, whether in one field or in several', () => {
  const policies = ["script-src 'unsafe-inline', script-src 'self'"];
  expect(checkPolicy({ policies, url: page }, inline).ok).toBe(false);
  const apart = ["script-src 'unsafe-inline'", "script-src 'self'"];
  expect(checkPolicy({ policies: apart, url: page }, inline).ok).toBe(false);
});
