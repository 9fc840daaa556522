import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../../src/server/shop/settings.ts';
import { identifierOf, isSessionCookie } from '../../../src/server/shop/names/naming.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from '../lab/test-lab.ts';

const shop = 'https://shop.example';

async function namedAs(names: 'plain' | 'express' | 'spring'): Promise<Lab> {
  const lab = testLab();
  lab.changeSettings({ names });
  await lab.visit(`${shop}/products/salt-bread`);
  await lab.submitForm({ action: '/cart', method: 'post', entries: [['product', 'salt-bread']] });
  return lab;
}

const fieldOf = (lab: Lab, path: string) =>
  lab.exchanges
    .findLast(
      ({ request }) => request.method === 'POST' && new URL(request.targetUri).pathname === path,
    )
    ?.response?.fields.find(([name]) => name === 'Set-Cookie')?.[1];

const at = (lab: Lab) => lab.browser.activeTab?.page?.url;

describe.each([
  ['plain', 'sid', /^sid=[0-9a-f]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/, 303],
  ['spring', 'JSESSIONID', /^JSESSIONID=[0-9A-F]{32}; Path=\/; HttpOnly; /, 302],
  ['express', 'connect.sid', /^connect\.sid=s%3A[\w-]{32}\.[\w%-]+; Path=\/; HttpOnly; /, 302],
] as const)('names as in %s', (names, name, field, status) => {
  it('stand on the wire, and at sign-in the identifier is another', async () => {
    const lab = await namedAs(names);
    expect(fieldOf(lab, '/cart')).toMatch(field);
    const before = lab.browser.jar.all()[0];
    await signIn(lab);
    expect(fieldOf(lab, '/login')).toMatch(field);
    const [after] = lab.browser.jar.all();
    expect(after?.name).toBe(name);
    expect(after?.value).not.toBe(before?.value);
    expect(lab.sessions.map(({ id }) => id)).toEqual([identifierOf(after?.value ?? '')]);
    const login = lab.exchanges.findLast(({ request }) => request.method === 'POST');
    expect(login?.response?.status).toBe(status);
    await lab.visit(`${shop}/account`);
    expect(at(lab)).toBe(`${shop}/account`);
  });

  it('and the key is highlighted wherever it stands', async () => {
    const lab = await namedAs(names);
    expect(lab.knownSecrets.has(lab.browser.jar.all()[0]?.value ?? '')).toBe(true);
  });
});

describe('Express', () => {
  it('signs with HMAC-SHA-256, in base64 without padding', async () => {
    const lab = await namedAs('express');
    const [, secret] = (lab.snapshot().remembered['shop/secrets']?.[0] ?? []) as [
      string,
      { cookie: string },
    ];
    const value = decodeURIComponent(lab.browser.jar.all()[0]?.value ?? '');
    const id = lab.sessions[0]?.id ?? '';
    const mac = createHmac('sha256', secret.cookie).update(id).digest('base64').replace(/=+$/, '');
    expect(value).toBe(`s:${id}.${mac}`);
  });

  it.each([
    ['unsigned', (value: string) => identifierOf(value)],
    ['signed by somebody else', (value: string) => value.replace(/\..*$/, '.AAAA')],
    ['of another identifier', (value: string) => value.replace('s%3A', 's%3Ax')],
    ['no percent-encoding', () => 's%3A%ZZ.abc'],
    ['nothing', () => ''],
  ])('refuses an identifier that is %s', async (_what, change) => {
    const lab = await namedAs('express');
    await signIn(lab);
    const [cookie] = lab.browser.jar.all();
    if (cookie) lab.editCookie(cookie, { ...cookie, value: change(cookie.value) });
    await lab.visit(`${shop}/account`);
    expect(at(lab)).toContain('/login');
    const { trace } =
      lab.exchanges.find(({ request }) => request.targetUri.endsWith('/account')) ?? {};
    expect(trace?.map(({ code }) => code)).toContain('cookie-signature-wrong');
  });
});

describe('Spring Security', () => {
  it('leads back to the form after a wrong password, and says so', async () => {
    const lab = await namedAs('spring');
    await signIn(lab, 'alice', 'wrong');
    expect(at(lab)).toBe(`${shop}/login?error`);
    expect(JSON.stringify(lab.browser.activeTab?.page?.body)).toContain('do not belong together');
  });

  it('leads to the form after sign-out', async () => {
    const lab = await namedAs('spring');
    await signIn(lab);
    await lab.submitForm({ action: '/logout', method: 'post', entries: [] });
    expect(at(lab)).toBe(`${shop}/login?logout`);
    expect(lab.sessions).toHaveLength(0);
    expect(lab.browser.jar.all()).toHaveLength(0);
  });
});

it('names nothing where no session is in a cookie', async () => {
  const lab = await namedAs('spring');
  lab.changeSettings({ remember: 'jwt-cookie' });
  await signIn(lab, 'alice', 'wrong');
  expect(at(lab)).toBe(`${shop}/login`);
});

it('__Host- goes before whichever name', async () => {
  const lab = testLab();
  lab.changeSettings({ names: 'spring' });
  lab.changeProtection({ hostPrefix: true });
  await signIn(lab);
  expect(lab.browser.jar.all().map(({ name }) => name)).toEqual(['__Host-JSESSIONID']);
  expect(isSessionCookie('__Host-JSESSIONID')).toBe(true);
});

it('older labs have plain names', () => {
  expect(completeSettings({ remember: 'session' }).names).toBe('plain');
});
