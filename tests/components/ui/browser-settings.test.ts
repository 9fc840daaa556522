import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import BrowserColumn from '../../../src/ui/browser/BrowserColumn.svelte';
import { StageState } from '../../../src/ui/stage/stage-state.svelte.ts';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

function showColumn() {
  const lab = testLab();
  render(BrowserColumn, { lab, stage: new StageState(lab), language: 'en' });
  return lab;
}

const button = (name: RegExp | string) => screen.getByRole('button', { name });
const choice = () => screen.getByRole('combobox', { name: 'Whose browser' });

async function settings() {
  await userEvent.click(await screen.findByRole('button', { name: /^Settings of this browser/ }));
  return within(await screen.findByRole('dialog', { name: 'Settings of this browser' }));
}

test('how third parties are treated stands beside the browser, and is chosen with its reason', async () => {
  const lab = showColumn();
  const label = 'Settings of this browser: Third parties: allowed';
  expect(await screen.findByRole('button', { name: label })).toBeVisible();
  const dialog = await settings();
  const policy = dialog.getByRole('combobox', { name: 'Third-party cookies' });
  expect(policy).toHaveDisplayValue('Allowed');
  await userEvent.selectOptions(policy, 'Partitioned');
  expect(lab.browserSettings.thirdPartyCookies).toBe('partitioned');
  expect(dialog.getByText(/^As Firefox does/)).toBeVisible();
  lab.undo();
  await expect.poll(() => policy).toHaveDisplayValue('Allowed');
});

test('the page is asked for again from there', async () => {
  const lab = showColumn();
  await lab.visit('https://news.example/');
  const dialog = await settings();
  const before = lab.exchanges.length;
  await userEvent.click(dialog.getByRole('button', { name: 'Reload the page to see it' }));
  await expect.poll(() => lab.exchanges[before]?.cause).toBe('reload');
});

test('all browsers of the lab can be chosen', async () => {
  const lab = showColumn();
  await userEvent.selectOptions(choice(), "Alice's phone");
  expect(lab.browserId).toBe('alice-phone');
});

test('a private window is marked, listed, and gone when it is closed', async () => {
  const lab = showColumn();
  await userEvent.click(button('Private window'));
  await pageHeaded('Baked today');
  expect(choice()).toHaveDisplayValue("Alice's laptop, private");
  expect(screen.getByText('Private', { exact: true })).toBeVisible();
  expect(button('Settings of this browser: Third parties: blocked')).toBeVisible();
  await userEvent.click(button('Close private window'));
  expect(choice()).toHaveDisplayValue("Alice's laptop");
  expect(within(choice()).queryByRole('option', { name: /private/ })).toBeNull();
  lab.undo();
  expect(await screen.findByRole('button', { name: 'Close private window' })).toBeVisible();
});

test('whether the last session is taken up again is chosen, but not in a private window', async () => {
  const lab = showColumn();
  const dialog = await settings();
  const startup = dialog.getByRole('combobox', { name: 'When it opens' });
  await userEvent.selectOptions(startup, 'Continue where you left off');
  expect(lab.browserSettings.onStartup).toBe('last-session');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(button('Private window'));
  expect((await settings()).queryByRole('combobox', { name: 'When it opens' })).toBeNull();
});
