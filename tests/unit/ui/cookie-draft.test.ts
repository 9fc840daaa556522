import { expect, test } from 'vitest';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import { decideAsSetCookie, setCookieField } from '../../../src/ui/browser/as-set-cookie.ts';
import {
  cookieOfDraft,
  draftOf,
  type CookieDraft,
  type DraftProblem,
} from '../../../src/ui/browser/cookie-draft.ts';
import { labDateField, labTimeOfField } from '../../../src/ui/time/lab-date.ts';
import { cookie, now } from '../../components/fixtures/exchanges.ts';

test.each<Partial<Cookie>>([
  {},
  { expiryTime: now + 1234, persistent: true },
  { hostOnly: false, partitionKey: 'https://news.example', sameSite: 'none' },
  { name: '', value: 'nameless' },
])('what nobody has touched stays as it is: %j', (change) => {
  const stored = cookie(change);
  expect(cookieOfDraft(draftOf(stored), stored)).toEqual({ ok: true, cookie: stored });
});

test.each<readonly [Partial<CookieDraft>, Partial<Cookie>]>([
  [{ name: ' cart ' }, { name: 'cart' }],
  [{ domain: 'API.Shop.example' }, { domain: 'api.shop.example' }],
  [{ expires: '2026-10-04T15:00:00' }, { expiryTime: Date.UTC(2026, 9, 4, 6), persistent: true }],
  [{ partitionKey: 'https://www.news.example/x' }, { partitionKey: 'https://news.example' }],
])('%j makes %j', (change, made) => {
  const stored = cookie();
  expect(cookieOfDraft({ ...draftOf(stored), ...change }, stored)).toEqual({
    ok: true,
    cookie: { ...stored, ...made },
  });
});

test.each<readonly [Partial<CookieDraft>, DraftProblem]>([
  [{ name: ' ', value: '' }, 'empty'],
  [{ name: 'a=b' }, 'name'],
  [{ name: 'a;b' }, 'name'],
  [{ value: 'a\nb' }, 'value'],
  [{ domain: '' }, 'domain'],
  [{ domain: '.shop.example' }, 'domain'],
  [{ domain: 'shop example' }, 'domain'],
  [{ path: 'cart' }, 'path'],
  [{ expires: '' }, 'expires'],
  [{ partitionKey: 'news' }, 'partition'],
])('%j is no cookie: %s', (change, problem) => {
  const stored = cookie();
  expect(cookieOfDraft({ ...draftOf(stored), ...change }, stored)).toEqual({ ok: false, problem });
});

test('a cookie is written as a server would write it', () => {
  expect(setCookieField(cookie({ value: '1', expiryTime: now, hostOnly: false }))).toBe(
    'sid=1; Path=/; Domain=shop.example; Expires=Sun, 04 Oct 2026 05:02:31 GMT; HttpOnly; Secure; SameSite=Lax',
  );
});

test.each<readonly [Partial<Cookie>, string]>([
  [{}, 'stored'],
  [{ sameSite: 'none', secureOnly: false }, 'same-site-none-without-secure'],
  [{ name: '__Host-sid', hostOnly: false }, 'host-prefix'],
  [{ value: 'x'.repeat(5000) }, 'too-large'],
  [{ expiryTime: now - 1000 }, 'nothing-to-delete'],
  [{ partitionKey: 'https://news.example', secureOnly: false }, 'partitioned-without-secure'],
])('of a server, %j would be: %s', (change, code) => {
  expect(decideAsSetCookie(cookie(change), now).code).toBe(code);
});

test('a date survives its field, to the second', () => {
  expect(labDateField(now)).toBe('2026-10-04T14:02:31');
  expect(labTimeOfField(labDateField(now + 999))).toBe(now);
  expect(labTimeOfField('soon')).toBeNull();
});
