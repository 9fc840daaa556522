import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import type { ShopSettings } from '../../../src/server/shop/settings.ts';
import BrowserPanels from '../../../src/ui/browser/BrowserPanels.svelte';
import { StageState } from '../../../src/ui/stage/stage-state.svelte.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function showPanels(attributes: Partial<ShopSettings['cookie']> = {}) {
  const lab = testLab();
  lab.changeCookieAttributes(attributes);
  await signIn(lab);
  const stage = new StageState(lab);
  render(BrowserPanels, { lab, stage, language: 'en' });
  return { lab, stage };
}

const tab = (name: RegExp | string) => screen.getByRole('tab', { name });
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name} `) }));

test('a refused cookie is counted on its tab, and listed with reason and rule', async () => {
  const { lab, stage } = await showPanels({ sameSite: 'none', secure: false });
  await userEvent.click(tab('Rejected 1'));
  const list = within(screen.getByRole('region', { name: 'Rejected' }));
  expect(list.getByText(/^sid=.*SameSite=None$/)).toBeVisible();
  expect(list.getByText('Rejected · SameSite=None without Secure')).toBeVisible();
  expect(list.getByText(/only a Secure cookie may go to other sites/)).toBeVisible();
  expect(list.getByRole('link', { name: '6265bis §5.7' })).toBeVisible();

  await lab.visit('https://shop.example/cart');
  await userEvent.click(list.getByRole('button', { name: 'Came with POST shop.example/login' }));
  expect(stage.exchange?.request.method).toBe('POST');
});

test('the list can be cleared, and undo brings it back', async () => {
  const { lab } = await showPanels({ sameSite: 'none', secure: false });
  await userEvent.click(tab('Rejected 1'));
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.getByText(/^Nothing rejected/)).toBeVisible();
  expect(tab('Rejected')).toBeVisible();
  lab.undo();
  expect(await screen.findByRole('tab', { name: 'Rejected 1' })).toBeVisible();
});

test('what failed or was refused to script is counted on the tab of the console', async () => {
  const lab = testLab({
    startScript: async (start, events) => startInSandbox(document, start, events),
  });
  await signIn(lab);
  render(BrowserPanels, { lab, stage: new StageState(lab), language: 'en' });
  const { id } = lab.browser.activeTab!.page!;
  await lab.runInConsole(id, 'document.cookie = "theme=dark"; document.cookie');
  expect(tab('Console')).toBeVisible();
  await lab.runInConsole(id, 'document.cookie = "sid=mine; HttpOnly"; nothing.there');
  await userEvent.click(await screen.findByRole('tab', { name: 'Console 2' }));
  const output = within(await screen.findByRole('log', { name: 'Console output' }));
  expect(output.getByText('Script read: theme')).toBeVisible();
  expect(output.getByText('sid is HttpOnly, so a script cannot see it.')).toBeVisible();
  expect(output.getByText(/^A script tried to set sid with HttpOnly/)).toBeVisible();
  lab.reset();
});

test('the tabs are reached and changed by the keyboard', async () => {
  await showPanels();
  tab('Cookies').focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(tab('Rejected')).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByText(/^Nothing rejected/)).toBeVisible();
});

test('what the chosen message set is marked in the jar', async () => {
  await showPanels();
  expect(row('sid').getByText('Stored')).toBeVisible();
});

test('what it sent, and what it withheld and why', async () => {
  const { lab, stage } = await showPanels({ path: '/account' });
  lab.addCookie('theme', 'dark');
  await lab.visit('https://shop.example/cart');
  stage.choose(lab.exchanges.findLast(({ kind }) => kind === 'navigation')!.id);
  expect(await row('theme').findByText('Sent')).toBeVisible();
  expect(row('sid').getByText('Not sent · Path=/account')).toBeVisible();
  expect(row('sid').getByText(/\/cart does not lie in it/)).toBeVisible();
});

test('what it deleted, and what was refused, stand below, struck out', async () => {
  const { lab, stage } = await showPanels();
  await lab.submitForm({ action: '/logout', method: 'post', entries: [] });
  stage.choose(lab.exchanges.find(({ request }) => request.targetUri.endsWith('/logout'))!.id);
  const line = await screen.findByText('Deleted');
  expect(line.closest('tr')?.textContent).toMatch(/^\s*sid/);
});

test('the message of another browser marks nothing here', async () => {
  const { lab } = await showPanels();
  lab.showBrowser('mallory-laptop');
  expect(await screen.findByText('0 cookies')).toBeVisible();
  expect(screen.queryByText(/with/)).toBeNull();
});

test('the lesson that points at the cookies opens their panel', async () => {
  const { stage } = await showPanels();
  await userEvent.click(tab('Rejected'));
  stage.pointAt('cookies');
  expect(await screen.findByRole('region', { name: 'Cookies' })).toBeVisible();
});
