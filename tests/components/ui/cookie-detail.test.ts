import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import CookieTable from '../../../src/ui/browser/CookieTable.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function openCookie() {
  const lab = testLab();
  await signIn(lab);
  render(CookieTable, { lab, language: 'en' });
  await userEvent.click(screen.getByRole('button', { name: 'Cookie sid' }));
  return lab;
}

const matrix = () => within(screen.getByRole('table', { name: 'Would it be sent?' }));
const columns = ['Same site', 'Cross-site', 'To a subdomain', 'Over http'];

function cell(asker: string, route: string): HTMLElement {
  const row = within(matrix().getByRole('row', { name: new RegExp(`^${asker}`) }));
  return row.getAllByRole('button')[columns.indexOf(route)]!;
}

const said = (asker: string) => columns.map((route) => cell(asker, route).textContent?.trim());

const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByLabelText(label), option);
const toggle = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));

test('the matrix says where the cookie goes, in a table with headers', async () => {
  await openCookie();
  expect(
    matrix()
      .getAllByRole('columnheader')
      .map((header) => header.textContent),
  ).toEqual(columns);
  expect(said('Link')).toEqual(['✓ sent', '✓ sent', '– no', '– no']);
  expect(said('Image')).toEqual(['✓ sent', '– no', '– no', '– no']);
  expect(said('document.cookie')).toEqual(['– hidden', '– hidden', '– hidden', '– hidden']);
});

test('each cell has its reason: in its name, and below on focus and by the arrow keys', async () => {
  await openCookie();
  const form = cell('Form POST', 'Cross-site');
  expect(form).toHaveAccessibleName('no: sid is SameSite=Lax, and this is a cross-site POST.');
  form.focus();
  expect(screen.getByText('https://evil.example/ → https://shop.example/')).toBeVisible();
  await userEvent.keyboard('{ArrowRight}');
  expect(cell('Form POST', 'To a subdomain')).toHaveFocus();
  expect(
    screen.getByText(/goes to shop\.example alone and not to api\.shop\.example/),
  ).toBeVisible();
  await userEvent.hover(cell('Image', 'Over http'));
  expect(screen.getByText(/sid is Secure, and this request goes over http/)).toBeVisible();
});

test('an edit shows at once what it changes, before it is saved', async () => {
  const lab = await openCookie();
  await choose('SameSite', 'None');
  expect(said('Image')).toEqual(['✓ sent', '✓ sent', '– no', '– no']);
  expect(screen.getByRole('status')).toHaveTextContent(
    'Now also sent: Cross-site (Form POST, Image, fetch, include, Frame).',
  );
  await toggle('HttpOnly');
  expect(said('document.cookie')).toEqual(['✓ seen', '✓ seen', '– hidden', '– hidden']);
  expect(lab.browser.jar.all()).toMatchObject([{ sameSite: 'lax', httpOnly: true }]);

  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(lab.browser.jar.all()).toMatchObject([{ sameSite: 'none', httpOnly: false }]);
  lab.undo();
  expect(lab.browser.jar.all()).toMatchObject([{ sameSite: 'lax', httpOnly: true }]);
});

test('what no server could set is said with its rule, and stored by hand all the same', async () => {
  const lab = await openCookie();
  await choose('SameSite', 'None');
  await toggle('Secure');
  expect(
    screen.getByText(/^A server could not set this: sid has SameSite=None without Secure/),
  ).toBeVisible();
  expect(screen.getByText(/stored all the same/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(lab.browser.jar.all()).toMatchObject([{ sameSite: 'none', secureOnly: false }]);
});

test('what no jar could hold is not saved', async () => {
  await openCookie();
  await userEvent.clear(screen.getByLabelText('Path'));
  await userEvent.type(screen.getByLabelText('Path'), 'cart');
  expect(screen.getByText(/^Path must begin with a slash/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
});

test('every attribute can be edited', async () => {
  const lab = await openCookie();
  const write = async (label: string, text: string) => {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), text);
  };
  await write('Name', 'other');
  await write('Value', '1');
  await write('Domain', 'api.shop.example');
  await write('Path', '/me');
  await choose('Expires', 'at a time');
  expect(screen.getByLabelText('Date and time')).toHaveValue('2026-11-02T15:00');
  await toggle('This host only');
  await toggle('Partitioned');
  await write('Partition of', 'https://news.example');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(lab.browser.jar.all()).toMatchObject([
    {
      name: 'other',
      value: '1',
      domain: 'api.shop.example',
      path: '/me',
      expiryTime: Date.parse('2026-11-02T15:00:00+09:00'),
      persistent: true,
      hostOnly: false,
      partitionKey: 'https://news.example',
    },
  ]);
});

test('the next request is shown as it would be with the edit', async () => {
  await openCookie();
  const preview = () =>
    screen.getByRole('heading', { name: /^The next reload sends/ }).parentElement?.textContent;
  expect(preview()).toMatch(/GET shop\.example\/cart\s+Cookie: sid=/);
  await userEvent.clear(screen.getByLabelText('Path'));
  await userEvent.type(screen.getByLabelText('Path'), '/account');
  expect(preview()).toContain('no Cookie field');
  expect(preview()).toContain('/cart does not lie in it');
});
