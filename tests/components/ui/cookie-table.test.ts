import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ShopSettings } from '../../../src/server/shop/settings.ts';
import CookieTable from '../../../src/ui/browser/CookieTable.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function showTable(attributes: Partial<ShopSettings['cookie']> = {}) {
  const lab = testLab();
  lab.changeCookieAttributes(attributes);
  await signIn(lab);
  render(CookieTable, { lab, language: 'en' });
  return lab;
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) });

test('an empty jar says what will land there', async () => {
  const lab = testLab();
  await lab.visit('https://shop.example/');
  render(CookieTable, { lab, language: 'en' });
  expect(screen.getByText(/^No cookie yet/)).toBeVisible();
  expect(screen.getByText('0 cookies')).toBeVisible();
});

test('without a page there is no host to add a cookie for', () => {
  render(CookieTable, { lab: testLab(), language: 'en' });
  expect(screen.getByRole('button', { name: 'Add a cookie' })).toBeDisabled();
});

test.each<readonly [Partial<ShopSettings['cookie']>, string, string]>([
  [{ httpOnly: true }, 'HttpOnly', 'Script cannot read it.'],
  [{ httpOnly: false }, 'no HttpOnly', 'Any script of the page can read it.'],
  [{ secure: false }, 'no Secure', 'Travels over plain http, too.'],
  [{ sameSite: 'strict' }, 'SameSite=Strict', 'Goes along on same-site requests only.'],
  [{ domain: null }, 'no Domain', 'Goes back to shop.example alone.'],
  [
    { domain: 'shop.example' },
    'Domain=shop.example',
    'Goes back to shop.example and all hosts below it.',
  ],
])('a cookie with %j shows “%s”, and what that means', async (attributes, shown, meaning) => {
  await showTable(attributes);
  expect(within(row('sid')).getByTitle(meaning)).toHaveTextContent(shown);
});

test('a session cookie lives until the browser closes', async () => {
  await showTable();
  expect(within(row('sid')).getByText('when the browser closes')).toBeVisible();
});

test('a cookie with Max-Age counts down by the clock of the lab, and is gone when it is over', async () => {
  const lab = await showTable({ maxAgeSeconds: 3600 });
  expect(within(row('sid')).getByText('1:00:00')).toBeVisible();
  lab.advance(59 * 60_000 + 1000);
  expect(await within(row('sid')).findByText('0:59')).toBeVisible();
  lab.advance(60_000);
  expect(await screen.findByText(/^No cookie yet/)).toBeVisible();
});

test('the value is the same key as everywhere else', async () => {
  const lab = await showTable();
  expect(screen.getByRole('button', { name: `Key ${lab.sessions[0]!.id}` })).toBeVisible();
});

test('a cookie added by hand is in the jar of the lab', async () => {
  const lab = await showTable();
  await press('Add a cookie');
  expect(screen.getByText('For shop.example, as one would in DevTools.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Name'), 'theme');
  await userEvent.type(screen.getByLabelText('Value'), 'dark');
  await userEvent.click(screen.getAllByRole('button', { name: 'Add a cookie' }).at(-1)!);
  expect(row('theme')).toBeVisible();
  expect(screen.queryByLabelText('Value')).toBeNull();
  expect(lab.browser.jar.all().map(({ name, value }) => `${name}=${value}`)).toContain(
    'theme=dark',
  );
});

test('a changed value goes to the server with the next request', async () => {
  const lab = await showTable();
  await press('Cookie sid');
  const editor = within(screen.getByRole('form', { name: 'Cookie sid' }));
  await userEvent.clear(editor.getByLabelText('Value'));
  await userEvent.type(editor.getByLabelText('Value'), 'forged');
  await userEvent.click(editor.getByRole('button', { name: 'Save' }));
  expect(within(row('sid')).getByText('forged')).toBeVisible();

  await lab.visit('https://shop.example/account');
  expect(lab.exchanges.some(({ cookies }) => cookies.fieldValue === 'sid=forged')).toBe(true);
});

test('changed switches show in the row, and Cancel changes nothing', async () => {
  await showTable();
  await press('Cookie sid');
  await userEvent.click(screen.getByRole('checkbox', { name: 'HttpOnly' }));
  await press('Cancel');
  expect(within(row('sid')).getByText('HttpOnly')).toBeVisible();

  await press('Cookie sid');
  await userEvent.click(screen.getByRole('checkbox', { name: 'HttpOnly' }));
  await press('Save');
  expect(within(row('sid')).getByText('no HttpOnly')).toBeVisible();
});

test('a deleted cookie makes its owner a guest, and undo brings it back', async () => {
  const lab = await showTable();
  await press('Cookie sid');
  await press('Delete');
  expect(screen.getByText('0 cookies')).toBeVisible();
  expect(lab.browser.jar.all()).toEqual([]);
  lab.undo();
  expect(await screen.findByText('1 cookie')).toBeVisible();
});
