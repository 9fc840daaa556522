import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import type { ShopSettings } from '../../../src/server/shop/settings.ts';
import { hashOf } from '../../../src/server/api/refresh-token.ts';
import { sought } from '../../../src/ui/secret/sought.svelte.ts';
import TokenTables from '../../../src/ui/server/tokens/TokenTables.svelte';
import CarelessBadge from '../../../src/ui/server/CarelessBadge.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function showTables(settings: Partial<ShopSettings> = {}): Promise<Lab> {
  const lab = testLab();
  lab.changeSettings({ remember: 'jwt-cookie', ...settings });
  await signIn(lab);
  render(TokenTables, { lab, language: 'en' });
  return lab;
}

const section = (name: string) => within(screen.getByRole('region', { name }));
const press = (name: string | RegExp) =>
  userEvent.click(screen.getAllByRole('button', { name })[0]!);
const tokenCookie = (lab: Lab) => lab.browser.jar.all().find(({ name }) => name === 'token');

describe('keys', () => {
  test('a shared secret is told of, and shown to nobody', async () => {
    const lab = await showTables();
    const [key] = lab.tokens.keys;
    expect(section('Signing keys').getByText(key!.kid)).toBeVisible();
    expect(screen.getByText(/^Shared secret, 256 bits/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /public half/ })).toBeNull();
    expect(document.body.textContent).not.toContain(String(key!.jwk['k']));
  });

  test('of a pair the public half is shown, with nothing that signs', async () => {
    const lab = await showTables({ cookieTokenAlgorithm: 'ES256' });
    const [key] = lab.tokens.keys;
    await press(`Show the public half of ${key!.kid}`);
    const shown = JSON.parse(screen.getByText(/"kty"/).textContent) as object;
    expect(shown).toMatchObject({ kty: 'EC', kid: key!.kid, alg: 'ES256', use: 'sig' });
    expect(shown).not.toHaveProperty('d');
  });

  test('a new key signs, the old one verifies until its last token ends, and one undo takes it back', async () => {
    const lab = await showTables();
    const old = lab.tokens.keys[0]!.kid;
    await press('New key');
    expect(await screen.findByText('only verifies, 15:00 more')).toBeVisible();
    expect(screen.getByText('signs now')).toBeVisible();
    lab.advance(900_000);
    expect(await screen.findByText('retired')).toBeVisible();
    lab.undo();
    await press(`Retire the key ${old}`);
    expect(lab.tokens.keys.map(({ kid }) => kid)).not.toContain(old);
    lab.undo();
    lab.undo();
    expect(lab.tokens.keys.map(({ kid }) => kid)).toEqual([old]);
  });
});

describe('the deny-list', () => {
  const denying = { accessTokenRevocation: 'deny-list' } as const;

  test('gets a row at sign-out, which may be taken off', async () => {
    const lab = await showTables(denying);
    expect(section('Deny-list').getByText(/^Nothing on it/)).toBeVisible();
    await lab.submitForm({ action: '/logout', method: 'post', entries: [] });
    const [entry] = lab.tokens.denied;
    expect(await screen.findByText('15:00')).toBeVisible();
    await press(`Take ${entry!.jti} off the list`);
    expect(lab.tokens.denied).toEqual([]);
  });

  test('leads to the token that some browser still keeps, and says so when none does', async () => {
    const lab = await showTables(denying);
    const { value } = tokenCookie(lab)!;
    await lab.submitForm({ action: '/logout', method: 'post', entries: [] });
    await screen.findByText('15:00');
    await press(/^Where is the token/);
    expect(await screen.findByText(/^No cookie and no storage/)).toBeVisible();
    lab.showBrowser('mallory-laptop');
    await lab.visit('https://shop.example/');
    lab.addCookie('token', value);
    lab.showBrowser('alice-laptop');
    await press(/^Where is the token/);
    expect(lab.browserId).toBe('mallory-laptop');
    expect(sought.isSought(value, 'browser')).toBe(true);
  });
});

test('a user’s version is raised by hand', async () => {
  const lab = await showTables({ accessTokenRevocation: 'token-version' });
  const alice = within(screen.getByRole('row', { name: /Alice/ }));
  expect(alice.getByRole('cell', { name: '1' })).toBeVisible();
  await press('Raise the version of Alice');
  expect(lab.tokens.version('alice')).toBe(2);
  expect(await alice.findByRole('cell', { name: '2' })).toBeVisible();
});

describe('refresh tokens', () => {
  const old = 'o'.repeat(43);
  const young = 'y'.repeat(43);

  /** Alice has refreshed once; her browser has the younger token. */
  async function withFamily(): Promise<Lab> {
    const lab = testLab();
    lab.changeSettings({ remember: 'access-refresh' });
    await lab.visit('https://shop.example/');
    const snapshot = lab.snapshot();
    const { now } = lab.clock;
    const issued = (token: string, parentHash: string | null, replacedAt: number | null) => ({
      hash: hashOf(token),
      familyId: 'f00d1e5500112233',
      parentHash,
      userId: 'alice',
      issuedAt: now,
      replacedAt,
      absoluteExpiresAt: now + 86_400_000,
      revokedAt: null,
    });
    const records = [issued(old, null, now), issued(young, hashOf(old), null)];
    const rows = records.map((record) => [record.hash, record] as const);
    lab.restore({
      ...snapshot,
      remembered: { ...snapshot.remembered, 'shop/refresh-tokens': rows },
    });
    lab.addCookie('__Secure-refresh', young);
    render(TokenTables, { lab, language: 'en' });
    return lab;
  }

  const cells = () =>
    section('Refresh tokens')
      .getAllByRole('row')
      .flatMap((row) => {
        const [generation, state] = within(row).queryAllByRole('cell');
        return state?.textContent && generation?.textContent
          ? [`${generation.textContent} ${state.textContent}`]
          : [];
      });

  test('are told by family and generation, youngest first, never themselves', async () => {
    await withFamily();
    expect(screen.getByText('Family f00d1e55')).toBeVisible();
    expect(cells()).toEqual(['2 current', '1 used, replaced']);
    expect(document.body.textContent).not.toContain(young);
  });

  test('lead from their hash to what the browser holds', async () => {
    const lab = await withFamily();
    await press(`Where is the token ${hashOf(young).slice(0, 8)}?`);
    expect(sought.isSought(young, 'browser')).toBe(true);
    await press(`Where is the token ${hashOf(old).slice(0, 8)}?`);
    expect(await screen.findByText(/^No cookie and no storage/)).toBeVisible();
    expect(lab.browserId).toBe('alice-laptop');
  });

  test('are revoked one by one or all at once, and undo brings them back', async () => {
    const lab = await withFamily();
    await press(`Revoke the token ${hashOf(old).slice(0, 8)}`);
    expect(cells()).toEqual(['2 current', '1 revoked']);
    await press('Revoke the family f00d1e55');
    expect(cells()).toEqual(['2 revoked', '1 revoked']);
    expect(screen.queryByRole('button', { name: /^Revoke the/ })).toBeNull();
    lab.undo();
    lab.undo();
    await screen.findByText('current');
    expect(cells()).toEqual(['2 current', '1 used, replaced']);
  });
});

test('the server says that it is careless, and in what', async () => {
  const lab = testLab();
  const { rerender } = render(CarelessBadge, { settings: lab.settings });
  lab.changeSettings({ remember: 'jwt-cookie' });
  await rerender({ settings: lab.settings });
  expect(screen.queryByRole('status')).toBeNull();
  lab.changeCarelessness({ acceptNone: true, skipExpiry: true });
  await rerender({ settings: lab.settings });
  expect(screen.getByRole('status').textContent).toMatch(/Accept alg: none · Skip exp$/);
  lab.changeSettings({ remember: 'session' });
  await rerender({ settings: lab.settings });
  expect(screen.queryByRole('status')).toBeNull();
});
