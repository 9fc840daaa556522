import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import BrowserWindow from '../../../src/ui/browser/BrowserWindow.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

const tab = (name: string) => screen.findByRole('button', { name });

async function showTwoTabs() {
  const lab = testLab();
  render(BrowserWindow, { lab });
  await lab.visit('https://shop.example/');
  await lab.openTab('https://shop.example/cart');
  await pageHeaded('Cart');
  return lab;
}

test('the plus opens an empty tab beside the others', async () => {
  const lab = testLab();
  render(BrowserWindow, { lab });
  await lab.visit('https://shop.example/');
  await userEvent.click(await tab('New tab'));
  expect(lab.browser.tabs).toHaveLength(2);
  expect(await tab('Close the tab New tab')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Address' })).toHaveValue('');
});

test('a pressed tab shows its own page', async () => {
  await showTwoTabs();
  expect(await tab('Cart · Crumb')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(await tab('Baked today · Crumb'));
  await pageHeaded('Baked today');
  expect(await tab('Cart · Crumb')).toHaveAttribute('aria-pressed', 'false');
});

test('a closed tab makes room for the other one, and the last cannot be closed', async () => {
  await showTwoTabs();
  await userEvent.click(await tab('Close the tab Cart · Crumb'));
  await pageHeaded('Baked today');
  expect(screen.queryByRole('button', { name: /^Close the tab/ })).toBeNull();
});

test('both tabs share one jar', async () => {
  const lab = await showTwoTabs();
  await lab.submitForm({ action: '/cart', method: 'post', entries: [['product', 'salt-bread']] });
  await userEvent.click(await tab('Baked today · Crumb'));
  await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
  const page = await pageHeaded('Baked today');
  expect(await page.findByRole('link', { name: 'Cart 1' })).toBeVisible();
});

test('a closed browser says so and opens again', async () => {
  const lab = await showTwoTabs();
  lab.closeBrowser();
  expect(await screen.findByText(/^The browser is closed/)).toBeVisible();
  await userEvent.click(await tab('Open browser'));
  expect(await screen.findByRole('textbox', { name: 'Address' })).toBeVisible();
});
