import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import AddressBar from '../../../src/ui/browser/AddressBar.svelte';
import ControlBar from '../../../src/ui/controls/ControlBar.svelte';
import type { Place } from '../../../src/tutorial/step.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

function showBar(turned: readonly Place[] | null = null) {
  const lab = testLab();
  render(ControlBar, { lab, language: 'en', turned });
  return lab;
}

test('the terminal asks by curl, and shows what came back as it came', async () => {
  const lab = showBar();
  await press(/Terminal/);
  await press('Run');
  const answer = await screen.findByRole('region', { name: 'What came back' });
  expect(answer.textContent).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(lab.exchanges).toHaveLength(1);
  expect(lab.exchanges[0]?.request.targetUri).toBe('https://shop.example/');
});

test('the terminal says when nobody answers', async () => {
  showBar();
  await press(/Terminal/);
  const address = screen.getByRole('textbox', { name: 'Address for curl' });
  await userEvent.clear(address);
  await userEvent.type(address, 'bakery.example{Enter}');
  expect((await screen.findByRole('status')).textContent).toMatch(/^No answer/);
});

test('the software of the shop is changed where a lesson turns it, and wherever it is not the first', async () => {
  const lab = showBar(['release']);
  const choice = screen.getByRole('combobox', { name: 'Shop software' });
  await userEvent.selectOptions(choice, 'Version 2, rewritten');
  expect(lab.settings.release).toBe(2);
  cleanup();
  render(ControlBar, { lab, language: 'en' });
  expect(screen.getByRole('combobox', { name: 'Shop software' })).toHaveDisplayValue(
    'Version 2, rewritten',
  );
  cleanup();
  showBar();
  expect(screen.queryByRole('combobox', { name: 'Shop software' })).toBeNull();
});

test.each([
  ['https://shop.example/', 'https://shop.example', 'https://shop.example'],
  ['http://shop.example/', 'http://shop.example', 'http://shop.example'],
  ['https://api.shop.example/me', 'https://api.shop.example', 'https://shop.example'],
])('the lock of %s names its origin and its site', async (url, origin, site) => {
  const lab = testLab();
  await lab.visit(url);
  render(AddressBar, { lab });
  await press(/ncrypted/);
  const about = within(await screen.findByRole('dialog', { name: 'Where this page comes from' }));
  expect(
    about.getAllByRole('definition').map((one) => one.querySelector('code')?.textContent),
  ).toEqual([origin, site]);
});
