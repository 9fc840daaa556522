import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import BrowserWindow from '../../../src/ui/browser/BrowserWindow.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

function showWindow() {
  const lab = testLab();
  render(BrowserWindow, { lab });
  return lab;
}

const addressBar = () => screen.getByRole('textbox', { name: 'Address' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function goTo(address: string) {
  await userEvent.clear(addressBar());
  await userEvent.type(addressBar(), `${address}{Enter}`);
}

test('a typed host leads to its page, over https', async () => {
  const lab = showWindow();
  await lab.openTab();
  await goTo('shop.example/login');
  await pageHeaded('Sign in');
  expect(addressBar()).toHaveValue('shop.example/login');
  expect(screen.getByText('Encrypted connection (https)')).toBeInTheDocument();
});

test('plain http is told, and stays in the address', async () => {
  const lab = showWindow();
  await lab.openTab();
  await goTo('http://shop.example/');
  await pageHeaded('Baked today');
  expect(addressBar()).toHaveValue('http://shop.example/');
  expect(screen.getByText('Not encrypted (http)')).toBeInTheDocument();
});

test.each([
  ['shop.example:99999', 'is not an address. Try shop.example.'],
  ['ftp://shop.example/', 'needs a scheme that this browser does not have'],
  ['javascript:alert(1)', 'needs a scheme that this browser does not have'],
  ['https://example.com/', "lies outside the lab's internet"],
])('%s is answered with a reason, and a way out', async (address, reason) => {
  const lab = showWindow();
  await lab.visit('https://shop.example/');
  await goTo(address);
  expect((await screen.findByRole('alert')).textContent).toContain(reason);
  await press('To the bakery');
  await pageHeaded('Baked today');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('leaving the field gives up what was typed', async () => {
  const lab = showWindow();
  await lab.visit('https://shop.example/cart');
  await userEvent.type(addressBar(), 'nonsense');
  await userEvent.tab();
  expect(addressBar()).toHaveValue('shop.example/cart');
});

test('back and forward go through the history, and no further', async () => {
  const lab = showWindow();
  await lab.visit('https://shop.example/');
  await lab.visit('https://shop.example/cart');
  await pageHeaded('Cart');
  expect(screen.getByRole('button', { name: 'Forward' })).toBeDisabled();

  await press('Back');
  await pageHeaded('Baked today');
  expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled();
  expect(addressBar()).toHaveValue('shop.example/');

  await press('Forward');
  await pageHeaded('Cart');
});

test('reload asks the server again', async () => {
  const lab = showWindow();
  await lab.visit('https://shop.example/cart');
  await pageHeaded('Cart');
  const before = lab.exchanges.length;
  await press('Reload');
  await expect
    .poll(() => lab.exchanges.at(before)?.request.targetUri)
    .toBe('https://shop.example/cart');
});
