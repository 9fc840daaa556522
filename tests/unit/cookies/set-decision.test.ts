import { describe, expect, test } from 'vitest';
import type { CookieAccess } from '../../../src/cookies/access.ts';
import type { RejectedCode } from '../../../src/cookies/decision.ts';
import { access, jarWith, NOW } from './access.ts';

const HTTP = { url: 'http://shop.example/' };
const SCRIPT = { api: 'script' } as const;
const CROSS = { sameSiteContext: 'cross-site' } as const;

const rejected: [
  stored: string[],
  field: string,
  change: Partial<CookieAccess>,
  code: RejectedCode,
][] = [
  [[], '', {}, 'empty'],
  [[], 'a=\x01', {}, 'control-character'],
  [[], `a=${'x'.repeat(4096)}`, {}, 'too-large'],
  [[], '=a=1', {}, 'nameless-with-equals-sign'],
  [[], 'a=1; Domain=news.example', {}, 'domain-mismatch'],
  [[], 'a=1; Domain=example', {}, 'domain-public-suffix'],
  [[], 'a=1; Secure', HTTP, 'secure-from-insecure-origin'],
  [['a=1; Secure'], 'a=2', HTTP, 'secure-cookie-left-alone'],
  [['a=1; Secure'], 'a=2; Path=/cart', HTTP, 'secure-cookie-left-alone'],
  [
    ['a=1; Secure; Domain=shop.example'],
    'a=2',
    { url: 'http://api.shop.example/' },
    'secure-cookie-left-alone',
  ],
  [[], 'a=1; HttpOnly', SCRIPT, 'http-only-from-script'],
  [['a=1; HttpOnly'], 'a=2', SCRIPT, 'http-only-not-overwritten'],
  [['a=1; HttpOnly'], 'a=; Max-Age=0', SCRIPT, 'http-only-not-overwritten'],
  [[], 'a=1', CROSS, 'same-site-cross-site'],
  [[], 'a=1; SameSite=Lax', CROSS, 'same-site-cross-site'],
  [[], 'a=1; SameSite=Strict', CROSS, 'same-site-cross-site'],
  [[], 'a=1; SameSite=None', {}, 'same-site-none-without-secure'],
  [[], '__Secure-a=1', {}, 'secure-prefix'],
  [[], '__secure-a=1', {}, 'secure-prefix'],
  [[], '__Host-a=1; Path=/', {}, 'host-prefix'],
  [[], '__Host-a=1; Secure', {}, 'host-prefix'],
  [[], '__Host-a=1; Secure; Path=/cart', {}, 'host-prefix'],
  [[], '__HOST-a=1; Secure; Path=/; Domain=shop.example', {}, 'host-prefix'],
  [[], '__Http-a=1; Secure', {}, 'http-prefix'],
  [[], '__Http-a=1; HttpOnly', {}, 'http-prefix'],
  [[], '__Host-Http-a=1; Secure; Path=/', {}, 'host-http-prefix'],
  [[], '__Host-Http-a=1; Secure; HttpOnly', {}, 'host-http-prefix'],
  [[], '__Secure-a', {}, 'nameless-with-prefix'],
  [[], '=__host-a', {}, 'nameless-with-prefix'],
  [[], 'a=1; Partitioned', {}, 'partitioned-without-secure'],
];

describe('a Set-Cookie is rejected', () => {
  test.each(rejected)('%j, then %j %j: %s', (stored, field, change, code) => {
    const jar = jarWith(stored);
    const before = jar.all();
    const decision = jar.set(field, access(change));
    expect(decision).toMatchObject({ ok: false, code, fieldValue: field });
    expect(decision.rule.document).toMatch(/^(RFC6265bis|Chromium)$/);
    expect(jar.all()).toEqual(before);
  });

  test('when third-party cookies are blocked, unless it is partitioned', () => {
    const jar = jarWith([], { thirdPartyCookies: () => 'blocked' });
    const third = access({
      url: 'https://ads.example/',
      topLevelSite: 'https://news.example',
      ...CROSS,
    });
    expect(jar.decide('a=1; SameSite=None; Secure', third)).toMatchObject({
      code: 'third-party-blocked',
    });
    expect(jar.decide('a=1; SameSite=None; Secure; Partitioned', third)).toMatchObject({
      code: 'stored',
      cookie: { partitionKey: 'https://news.example' },
    });
  });
});

const stored: [stored: string[], field: string, change: Partial<CookieAccess>, code: string][] = [
  [[], 'a=1', {}, 'stored'],
  [[], 'a=1', { sameSiteContext: 'lax' }, 'stored'],
  [[], 'a=1; SameSite=Strict', { sameSiteContext: 'lax-method-unsafe' }, 'stored'],
  [[], 'a=1; SameSite=None; Secure', CROSS, 'stored'],
  [['a=1'], 'a=2', {}, 'replaced'],
  [['a=1; Secure'], 'a=2; Secure', {}, 'replaced'],
  [['a=1; HttpOnly'], 'a=2', {}, 'replaced'],
  [['a=1'], 'a=2', SCRIPT, 'replaced'],
  [['a=1'], 'a=1; Path=/cart', {}, 'stored'],
  [['a=1'], 'a=1; Domain=shop.example', {}, 'stored'],
  [['a=1; Secure; Path=/cart'], 'a=2; Path=/', HTTP, 'stored'],
  [['a=1; Secure'], 'b=2', HTTP, 'stored'],
  [['a=1'], 'a=; Max-Age=0', {}, 'deleted'],
  [['a=1'], 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', {}, 'deleted'],
  [['a=1; Domain=shop.example'], 'a=; Max-Age=0', {}, 'nothing-to-delete'],
  [[], '__Host-a=1; Secure; Path=/', {}, 'stored'],
  [[], '__Host-Http-a=1; Secure; Path=/; HttpOnly', {}, 'stored'],
  [[], '__Http-a=1; Secure; HttpOnly', {}, 'stored'],
  [[], '__Secure-a=1; Secure', { url: 'http://localhost/' }, 'stored'],
  [[], 'a=1; Secure', { url: 'http://127.0.0.1/' }, 'stored'],
];

describe('a Set-Cookie is heeded', () => {
  test.each(stored)('%j, then %j %j: %s', (before, field, change, code) => {
    const jar = jarWith(before);
    expect(jar.set(field, access(change))).toMatchObject({ ok: true, code });
  });

  test('and decided without writing', () => {
    const cookies = new Map();
    const jar = jarWith([]);
    expect(jar.decide('a=1', access()).ok).toBe(true);
    expect([jar.all(), cookies.size]).toEqual([[], 0]);
  });

  test('with every attribute', () => {
    const field =
      'sid=x; Domain=shop.example; Path=/cart; Max-Age=60; Secure; HttpOnly; SameSite=Strict; Partitioned';
    expect(jarWith([]).decide(field, access())).toMatchObject({
      cookie: {
        name: 'sid',
        value: 'x',
        domain: 'shop.example',
        path: '/cart',
        expiryTime: NOW + 60_000,
        creationTime: NOW,
        lastAccessTime: NOW,
        persistent: true,
        hostOnly: false,
        secureOnly: true,
        httpOnly: true,
        sameSite: 'strict',
        partitionKey: 'https://shop.example',
      },
      notes: [],
    });
  });

  test('and creation is inherited only with an unchanged value', () => {
    const jar = jarWith(['a=1', 'b=1']);
    jar.set('a=1', access({ now: NOW + 1 }));
    expect(jar.all().map(({ name, creationTime }) => [name, creationTime])).toEqual([
      ['a', NOW],
      ['b', NOW],
    ]);
    jar.set('a=2', access({ now: NOW + 2 }));
    expect(jar.all().map(({ name, creationTime }) => [name, creationTime])).toEqual([
      ['b', NOW],
      ['a', NOW + 2],
    ]);
  });
});
